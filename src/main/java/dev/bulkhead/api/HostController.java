package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.HostId;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Hosts and engines")
class HostController {

    private final HostService hosts;

    HostController(HostService hosts) {
        this.hosts = hosts;
    }

    @GetMapping("/hosts")
    @Requires(Permission.HOST_VIEW)
    @Operation(summary = "All hosts with their engines and capacity, in the order of configuration")
    List<HostBody> list() {
        return hosts.hosts().stream().map(HostBody::of).toList();
    }

    @GetMapping("/hosts/{id}")
    @Requires(Permission.HOST_VIEW)
    @Operation(summary = "One host")
    HostBody one(@PathVariable String id) {
        return find(id).map(HostBody::of).orElseThrow(() -> Problem.notFound("host", id));
    }

    @GetMapping("/engines")
    @Requires(Permission.HOST_VIEW)
    @Operation(summary = "All engines of all hosts")
    List<EngineBody> engines() {
        return hosts.engines().stream().map(EngineBody::of).toList();
    }

    private Optional<HostStatus> find(String id) {
        return HostId.parse(id).flatMap(hosts::host);
    }
}
