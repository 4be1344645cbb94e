package dev.bulkhead.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses forms of strangers that are too large, by their announced length: nothing of them is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class FormSizeFilter extends OncePerRequestFilter {

    private static final long LARGEST = 16 * 1024;
    private static final Set<String> FORMS = Set.of("/login", "/logout");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORMS.contains(request.getServletPath()) || !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            response.setStatus(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
