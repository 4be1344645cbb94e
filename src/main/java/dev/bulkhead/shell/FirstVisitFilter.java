package dev.bulkhead.shell;

import dev.bulkhead.access.SetupService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads to set-up while there is no user, and away from it afterwards. */
@Component
class FirstVisitFilter extends OncePerRequestFilter {

    private static final String LOGIN = "/" + LoginView.PATH;
    private static final String SETUP = "/" + SetupView.PATH;

    private final SetupService setup;

    FirstVisitFilter(SetupService setup) {
        this.setup = setup;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wrong = setup.isPending() ? LOGIN : SETUP;
        if ("GET".equals(request.getMethod()) && wrong.equals(request.getServletPath())) {
            response.sendRedirect(wrong.equals(LOGIN) ? SETUP : LOGIN);
            return;
        }
        chain.doFilter(request, response);
    }
}
