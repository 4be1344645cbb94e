package dev.bulkhead.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the goodbye that a page's push connection sends when the page is left. After a sign-out its session is over, and Atmosphere
 * would begin another, whose cookie may reach the browser after, and replace, that of the sign-in page which is open by then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class GoodbyeFilter extends OncePerRequestFilter {

    private static final String GOODBYE = "X-Atmosphere-Transport=close";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !query.contains(GOODBYE) || request.getSession(false) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
