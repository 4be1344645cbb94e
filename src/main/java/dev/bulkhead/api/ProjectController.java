package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.QuotaService;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.quota.Amounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/projects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class ProjectController {

    private final ProjectService projects;
    private final QuotaService quotas;

    ProjectController(ProjectService projects, QuotaService quotas) {
        this.projects = projects;
        this.quotas = quotas;
    }

    /** A group of instances that rights are given for. */
    @Schema(name = "Project")
    record ProjectBody(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            String id,

            String name) {

        ProjectBody(@Nullable String id, @Nullable String name) {
            this.id = id;
            this.name = Text.orEmpty(name);
        }

        static ProjectBody of(Project project) {
            return new ProjectBody(project.id().toString(), project.name());
        }
    }

    @GetMapping
    @Requires(Permission.ENTER)
    @Operation(summary = "Projects whose instances the caller may see; what is in none is in the default one")
    List<ProjectBody> list() {
        return projects.list().stream().map(ProjectBody::of).toList();
    }

    @PostMapping
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a project")
    ProjectBody add(@RequestBody ProjectBody wanted) {
        return ProjectBody.of(projects.add(wanted.name()));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rename a project")
    void rename(@PathVariable String id, @RequestBody ProjectBody wanted) {
        projects.rename(Ids.uuid("project", id), wanted.name());
    }

    @GetMapping("/{id}/limits")
    @Requires(Permission.ENTER)
    @Operation(summary = "How much a project may hold, how much it holds, and how long what is in it may stay")
    LimitsBody limits(@PathVariable String id) {
        return projects.list().stream()
                .filter(project -> project.id().toString().equals(id))
                .findFirst()
                .map(project -> LimitsBody.of(project, quotas.held(project.id()).orElse(Amounts.NOTHING)))
                .orElseThrow(() -> Problem.notFound("project", id));
    }

    @PutMapping("/{id}/limits")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Set how much a project may hold and how long what is in it may stay",
            description = "Nothing that is in it is stopped or put out because it is more than that.")
    void setLimits(@PathVariable String id, @RequestBody LimitsBody wanted) {
        quotas.set(Ids.uuid("project", id), wanted.wantedQuota(), wanted.wantedLease());
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a project", description = "Its instances are in the default project then.")
    void delete(@PathVariable String id) {
        projects.delete(Ids.uuid("project", id));
    }

    @PostMapping("/{id}/instances")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put instances into a project, out of the ones they are in", description = "Their ids.")
    void put(@PathVariable String id, @RequestBody Set<String> instances) {
        projects.put(instances.stream().map(Ids::instance).toList(), Ids.uuid("project", id));
    }
}
