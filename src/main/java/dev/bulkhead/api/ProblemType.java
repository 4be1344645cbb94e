package dev.bulkhead.api;

import dev.bulkhead.engine.ErrorKind;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The closed list of what the API can refuse with (RFC 9457). Names, and so the URIs, never change. */
enum ProblemType {
    INVALID_REQUEST(400, "The request is not understood", "Something in it has a form or value that is not taken."),
    UNAUTHENTICATED(401, "Nobody is signed in", "Send name and password by HTTP Basic, or sign in on the page first."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The right is missing, or a page of another origin asked, or HTTP Basic came in the clear."),
    SECOND_STEP_REQUIRED(
            403,
            "The password is not enough",
            "This account signs in in two steps, which a program cannot: use an API token, made under My account."),
    RE_AUTHENTICATION_REQUIRED(
            403,
            "Confirm that it is you",
            "The session's user has not shown lately that it is them. Send password or code to /api/v1/me/confirmation, then ask"
                    + " again."),
    NOT_FOUND(404, "There is no such thing", "It never was, is gone, or may not be seen."),
    METHOD_NOT_ALLOWED(405, "The method is not taken here", "The Allow header of the answer lists those that are."),
    NOT_ACCEPTABLE(406, "The wanted format is not spoken", "Answers are JSON; events are text/event-stream."),
    CONFLICT(
            409,
            "Not possible now",
            "The state does not allow it, or something else is under way. Read again and decide."),
    LENGTH_REQUIRED(411, "The body's length is missing", "Send a Content-Length."),
    TOO_LARGE(413, "The body is too large", "Ask for fewer things at once."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's format is not read", "Send application/json."),
    UNSUPPORTED(422, "The engine cannot do that", "Its kind or version lacks it."),
    LIMIT(429, "Too much at once", "A limit is reached. Try again later."),
    SIGN_IN_DELAYED(
            429,
            "Too many wrong passwords",
            "They came for this name from this address, or from this address at all. Nothing was checked: wait for as long as"
                    + " Retry-After says."),
    INTERNAL(500, "Bulkhead failed", "A fault of its own. The log has the reason under the id in the detail."),
    ENGINE_FAILED(502, "The engine failed", "It answered with a fault of its own."),
    ENGINE_UNREACHABLE(503, "The engine does not answer", "Try again when it is back."),
    BUSY(503, "Too many sign-ins at once", "Nothing was checked. Try again in a few seconds."),
    HISTORY_UNAVAILABLE(
            503, "The history cannot be read", "What is used now is measured all the same. Try again later."),
    ENGINE_TIMEOUT(504, "The engine took too long", "Whether it acted is not known: read the object again.");

    /** Where the pages are that explain; the types are relative to the server, so that they hold wherever it stands. */
    static final String PATH = "/problems/";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    URI uri() {
        return URI.create(PATH + slug());
    }

    static Optional<ProblemType> named(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type for a status of which nothing more is known. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }

    static ProblemType of(ErrorKind kind) {
        return switch (kind) {
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case DENIED -> FORBIDDEN;
            case INVALID -> INVALID_REQUEST;
            case UNSUPPORTED -> UNSUPPORTED;
            case LIMIT -> LIMIT;
            case UNREACHABLE -> ENGINE_UNREACHABLE;
            case TIMEOUT -> ENGINE_TIMEOUT;
            case INTERNAL -> ENGINE_FAILED;
        };
    }
}
