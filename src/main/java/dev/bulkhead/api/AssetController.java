package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Share;
import dev.bulkhead.access.SharingService;
import dev.bulkhead.api.AssetBodies.ChangeBody;
import dev.bulkhead.api.AssetBodies.ImagesBody;
import dev.bulkhead.api.AssetBodies.NetworksBody;
import dev.bulkhead.api.AssetBodies.PoolsBody;
import dev.bulkhead.asset.AssetService;
import dev.bulkhead.common.AssetId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Pools, networks and images")
class AssetController {

    private static final String NARROWED =
            "Of hosts that the caller sees, and what was given to projects whose instances the caller sees. Engines are asked when "
                    + "somebody wants to know, every eight seconds at most: ask again until each has answered.";

    private final AssetService assets;
    private final SharingService sharing;
    private final ProjectService projects;

    AssetController(AssetService assets, SharingService sharing, ProjectService projects) {
        this.assets = assets;
        this.sharing = sharing;
        this.projects = projects;
    }

    @GetMapping("/pools")
    @Requires(Permission.ENTER)
    @Operation(summary = "Storage pools", description = NARROWED)
    PoolsBody pools() {
        return PoolsBody.of(assets.pools());
    }

    @GetMapping("/networks")
    @Requires(Permission.ENTER)
    @Operation(summary = "Networks", description = NARROWED)
    NetworksBody networks() {
        return NetworksBody.of(assets.networks());
    }

    @GetMapping("/images")
    @Requires(Permission.ENTER)
    @Operation(summary = "Images", description = NARROWED)
    ImagesBody images() {
        return ImagesBody.of(assets.images());
    }

    @GetMapping("/projects/{id}/assets")
    @Requires(Permission.ENTER)
    @Operation(summary = "The pools, networks and images that a project was given", description = "Their ids.")
    List<String> of(@PathVariable String id) {
        UUID project = Ids.uuid("project", id);
        if (projects.list().stream().noneMatch(visible -> visible.id().equals(project))) {
            throw Problem.notFound("project", id);
        }
        return projects.assets(project).stream().map(AssetId::toString).toList();
    }

    @PatchMapping("/projects/{id}/assets")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Give a project pools, networks and images, or take them back",
            description =
                    "For who manages both the project's rights and the host that they are on. All of it or nothing.")
    void change(@PathVariable String id, @RequestBody ChangeBody wanted) {
        UUID project = Ids.uuid("project", id);
        sharing.change(shares(project, wanted.give()), shares(project, wanted.take()));
    }

    private static List<Share> shares(UUID project, List<String> ids) {
        return ids.stream().map(id -> new Share(project, Ids.asset(id))).toList();
    }
}
