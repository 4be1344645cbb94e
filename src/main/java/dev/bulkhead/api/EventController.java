package dev.bulkhead.api;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.instance.InstanceService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Events")
class EventController {

    /** Each takes a connection and a virtual thread. */
    private static final int MOST = 200;

    /** Positions count from each start of the program, so an id of another run must not be taken for one of this. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final InstanceService instances;
    private final InstanceBodies bodies;
    private final AccessService access;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    EventController(InstanceService instances, InstanceBodies bodies, AccessService access) {
        this.instances = instances;
        this.bodies = bodies;
        this.access = access;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(
            summary = "Changes of the inventory, as server-sent events",
            description =
                    "`instance` carries an instance that is new or changed, `removed` the id of one that is gone; states in"
                            + " between are left out when they come too fast. `reset` means: changes were lost, list all again. Begins"
                            + " with what changes from now on, or after the event that Last-Event-ID names. A comment every 15 s shows"
                            + " that the stream lives.")
    SseEmitter events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (open.size() >= MOST) {
            throw new Problem(ProblemType.LIMIT, "There are " + MOST + " streams already; end one");
        }
        // A proxy that collects answers would hold the events back.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        EventStream stream = new EventStream(
                instances, bodies, new StreamRight(access, request), run, position(lastEventId), open::remove);
        open.add(stream);
        return stream.begin();
    }

    private long position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return instances.position();
        }
        String prefix = run + "-";
        try {
            return lastEventId.startsWith(prefix) ? Long.parseLong(lastEventId.substring(prefix.length())) : -1;
        } catch (NumberFormatException foreign) {
            return -1;
        }
    }

    /** Before the server waits for requests to end: these never would. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.forEach(EventStream::end);
    }
}
