package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ConsoleSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
@Tag(name = "Consoles")
class ConsoleController {

    private final ConsoleService consoles;

    ConsoleController(ConsoleService consoles) {
        this.consoles = consoles;
    }

    @PostMapping("/instances/{id}/consoles")
    @Requires(Permission.CONSOLE_VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Get the right to open a console",
            description =
                    "The ticket works once, within 30 seconds, for the one who asked. Open a WebSocket at the path"
                            + " with the named subprotocol: plain RFB for screens, bulkhead.tty.v1 for terminals and logs.")
    TicketBody open(@PathVariable String id, @RequestBody ConsoleOrder order) {
        InstanceId instance = InstanceId.parse(id).orElseThrow(() -> Problem.notFound("instance", id));
        return TicketBody.of(consoles.open(instance, order.options()));
    }

    @GetMapping("/consoles")
    @Requires(Permission.CONSOLE_VIEW)
    @Operation(summary = "Consoles that are open, the newest first")
    List<ConsoleBody> list() {
        return consoles.list().stream().map(ConsoleBody::of).toList();
    }

    @GetMapping("/consoles/{id}")
    @Requires(Permission.CONSOLE_VIEW)
    @Operation(summary = "One open console")
    ConsoleBody one(@PathVariable String id) {
        return find(id).map(ConsoleBody::of).orElseThrow(() -> Problem.notFound("console", id));
    }

    @DeleteMapping("/consoles/{id}")
    @Requires(Permission.CONSOLE_VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a console for all who are there")
    void close(@PathVariable String id) {
        boolean closed = find(id).map(found -> consoles.close(found.id())).orElse(false);
        if (!closed) {
            throw Problem.notFound("console", id);
        }
    }

    private Optional<ConsoleSession> find(String id) {
        try {
            return consoles.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
