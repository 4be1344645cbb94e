package dev.bulkhead.shell;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of an account that was disabled since it signed in: the request goes on as a stranger's. */
final class ShowOutFilter extends OncePerRequestFilter {

    private final AccessService access;

    ShowOutFilter(AccessService access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (session != null && signedIn && !access.allows(Permission.ENTER)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
