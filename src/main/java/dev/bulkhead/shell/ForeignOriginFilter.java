package dev.bulkhead.shell;

import dev.bulkhead.access.SameOrigin;
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
 * Refuses whatever may change state and comes from a page of another origin: pages, sign-in, sign-out and API alike, before anything
 * else looks at it. Tokens and the cookie's SameSite stand behind it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class ForeignOriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SameOrigin.changesState(request) && SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
