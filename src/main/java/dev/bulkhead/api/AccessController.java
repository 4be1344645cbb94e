package dev.bulkhead.api;

import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Explanation;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class AccessController {

    private final GrantService grants;
    private final EffectiveAccessService effective;

    AccessController(GrantService grants, EffectiveAccessService effective) {
        this.grants = grants;
        this.effective = effective;
    }

    /** A named set of permissions. */
    @Schema(name = "Role")
    record RoleBody(
            String name,
            Set<Permission> permissions,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Boolean builtIn) {

        RoleBody(@Nullable String name, @Nullable Set<Permission> permissions, @Nullable Boolean builtIn) {
            this.name = Text.orEmpty(name);
            this.permissions = permissions == null ? Set.of() : permissions;
            this.builtIn = builtIn;
        }

        static RoleBody of(Role role) {
            return new RoleBody(role.name(), role.permissions(), role.builtIn());
        }
    }

    /** What somebody may do in one place, and why. */
    @Schema(name = "Explanation")
    record ExplanationBody(
            PersonBody user,
            Scope.Level scopeLevel,
            String scope,
            Set<Permission> permissions,

            @Schema(description = "Each gives all of these permissions")
            List<GrantBody> because) {

        static ExplanationBody of(Explanation told) {
            return new ExplanationBody(
                    PersonBody.of(told.person()),
                    told.scope().level(),
                    told.scope().id(),
                    told.permissions(),
                    told.because().stream()
                            .map(because -> GrantBody.of(because.grant()))
                            .toList());
        }
    }

    @GetMapping("/grants")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "Rights given where the caller may give rights, the newest first")
    List<GrantBody> list() {
        return grants.list().stream().map(GrantBody::of).toList();
    }

    @PostMapping("/grants")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give a role",
            description =
                    "Only what one holds there oneself can be given. Grants only add up; there is none that takes away.")
    GrantBody give(@RequestBody GrantBody wanted) {
        return GrantBody.of(grants.give(wanted.wantedSubject(), wanted.role(), wanted.wantedScope()));
    }

    @DeleteMapping("/grants/{id}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a role back", description = "What is open by it is closed within two seconds.")
    void take(@PathVariable String id) {
        grants.take(Ids.uuid("grant", id));
    }

    @GetMapping("/roles")
    @Requires(Permission.ENTER)
    @Operation(summary = "All roles; each built-in one but host-level contains the one before")
    List<RoleBody> roles() {
        return grants.roles().stream().map(RoleBody::of).toList();
    }

    @PostMapping("/roles")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a role", description = "It holds at least what a viewer may, whatever is asked for.")
    RoleBody addRole(@RequestBody RoleBody wanted) {
        return RoleBody.of(grants.addRole(wanted.name(), wanted.permissions()));
    }

    @DeleteMapping("/roles/{name}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a role that nobody was given")
    void deleteRole(@PathVariable String name) {
        grants.deleteRole(name);
    }

    @GetMapping("/me")
    @Requires(Permission.ENTER)
    @Operation(summary = "The caller's account")
    PersonBody me() {
        return PersonBody.of(effective.self());
    }

    @GetMapping("/me/access")
    @Requires(Permission.ENTER)
    @Operation(summary = "What the caller may do, where, and by which grants")
    List<ExplanationBody> myAccess() {
        return access(effective.self().id().toString());
    }

    @GetMapping("/users/{id}/access")
    @Requires(Permission.ENTER)
    @Operation(summary = "What somebody may do, where, and by which grants")
    List<ExplanationBody> access(@PathVariable String id) {
        return bodies(effective.explain(Ids.uuid("user", id)).orElseThrow(() -> Problem.notFound("user", id)));
    }

    @GetMapping("/instances/{id}/access")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "Who may do what with an instance, and by which grants")
    List<ExplanationBody> onInstance(@PathVariable String id) {
        return bodies(effective.explain(Ids.instance(id)));
    }

    private static List<ExplanationBody> bodies(List<Explanation> told) {
        return told.stream().map(ExplanationBody::of).toList();
    }
}
