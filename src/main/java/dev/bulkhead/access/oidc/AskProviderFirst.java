package dev.bulkhead.access.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends back to the form, which says so, when the provider does not answer; nobody is sent to one that is not there. */
final class AskProviderFirst extends OncePerRequestFilter {

    private final OidcProvider provider;
    private final String form;

    AskProviderFirst(OidcProvider provider, String form) {
        this.provider = provider;
        this.form = form;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServletPath().equals(OidcSignIn.START) && !provider.answers()) {
            response.sendRedirect(form + "?unreachable");
            return;
        }
        chain.doFilter(request, response);
    }
}
