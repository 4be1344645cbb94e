package dev.bulkhead.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Says in words what was refused before any controller or page was reached (by a filter, the firewall, the container): a problem
 * document to callers of the API, a small page to others. And the pages that the problems' types lead to.
 */
@RestController
@Hidden
class ErrorDocuments implements ErrorController {

    private static final String TYPE = ErrorDocuments.class.getName() + ".type";

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>\
            <link rel="stylesheet" href="/themes/bulkhead/styles.css">\
            <link rel="stylesheet" href="/themes/bulkhead/entrance.css"></head>\
            <body><main class="entrance"><div class="entrance-card"><h1>%1$s</h1><p>%2$s</p></div></main></body></html>
            """;

    /** Refuses, before any controller, with a type that its status alone would not tell. */
    static void send(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        request.setAttribute(TYPE, type);
        response.sendError(type.status(), detail);
    }

    /** Where the container sends what was refused; a direct call shows "not found". */
    @PermitAll
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Object> refused(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object told = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemType type = request.getAttribute(TYPE) instanceof ProblemType known
                ? known
                : status instanceof Integer code ? ProblemType.of(code) : ProblemType.NOT_FOUND;
        int answered = status instanceof Integer code ? code : type.status();
        if (path instanceof String address && address.startsWith("/api/")) {
            String detail = told instanceof String words && !words.isBlank() ? words : type.explanation();
            return ResponseEntity.status(answered)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.document(type, detail));
        }
        return page(answered, type);
    }

    /** What a problem's type means. */
    @PermitAll
    @GetMapping(ProblemType.PATH + "{slug}")
    ResponseEntity<Object> explain(@PathVariable String slug) {
        return ProblemType.named(slug).map(type -> page(200, type)).orElseGet(() -> page(404, ProblemType.NOT_FOUND));
    }

    private static ResponseEntity<Object> page(int status, ProblemType type) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(PAGE.formatted(HtmlUtils.htmlEscape(type.title()), HtmlUtils.htmlEscape(type.explanation())));
    }
}
