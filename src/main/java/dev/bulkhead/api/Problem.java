package dev.bulkhead.api;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** A refusal of the API's own. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    Problem(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    static Problem notFound(String what, String id) {
        String shown = id.length() > 80 ? id.substring(0, 80) + "…" : id;
        return new Problem(ProblemType.NOT_FOUND, "There is no " + what + " " + shown);
    }

    ProblemDetail document() {
        return document(type, String.valueOf(getMessage()));
    }

    static ProblemDetail document(ProblemType type, String detail) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
        document.setType(type.uri());
        document.setTitle(type.title());
        return document;
    }
}
