package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.access.session.SignedInSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    /** A browser that somebody is signed in with. */
    @Schema(name = "Session")
    record SessionBody(
            @Schema(description = "As in the audit record; opens nothing")
            String id,

            String user,
            Instant since,

            @Schema(description = "When its user last asked for something")
            Instant used,

            @Nullable String address,

            @Schema(description = "As \"Firefox on Linux\"; empty where not known")
            String browser,

            @Schema(description = "Whether it is the one that asks")
            boolean current) {

        static SessionBody of(SignedInSession session) {
            return new SessionBody(
                    session.id(),
                    session.user(),
                    session.since(),
                    session.used(),
                    session.address(),
                    session.browser(),
                    session.current());
        }
    }

    @GetMapping("/me/sessions")
    @Requires(Permission.ENTER)
    @Operation(summary = "Where the caller is signed in, the one used last first")
    List<SessionBody> own() {
        return bodies(sessions.own());
    }

    @DeleteMapping("/me/sessions/{id}")
    @Requires(Permission.ENTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out there", description = "Its pages and consoles close within two seconds.")
    void endOwn(@PathVariable String id) {
        sessions.endOwn(id);
    }

    @DeleteMapping("/me/sessions")
    @Requires(Permission.ENTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out everywhere but in the session that asks")
    void endOwnOthers() {
        sessions.endOwnOthers();
    }

    @GetMapping("/users/{id}/sessions")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "Where somebody is signed in, the one used last first")
    List<SessionBody> of(@PathVariable String id) {
        return bodies(sessions.of(Ids.uuid("user", id)));
    }

    @DeleteMapping("/users/{id}/sessions/{session}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign somebody out there")
    void end(@PathVariable String id, @PathVariable String session) {
        sessions.end(Ids.uuid("user", id), session);
    }

    @DeleteMapping("/users/{id}/sessions")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign somebody out everywhere")
    void endAll(@PathVariable String id) {
        sessions.endAll(Ids.uuid("user", id));
    }

    private static List<SessionBody> bodies(List<SignedInSession> sessions) {
        return sessions.stream().map(SessionBody::of).toList();
    }
}
