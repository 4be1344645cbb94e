package dev.bulkhead.access.token;

import dev.bulkhead.access.TokenAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who brings a token ({@code Authorization: Bearer bh_…}), and nobody who brings a wrong one, whatever else they bring. */
public class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final RequestAttributeSecurityContextRepository untilTheEnd =
            new RequestAttributeSecurityContextRepository();

    public TokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        Optional<TokenAuthentication> proven =
                tokens.prove(sent.substring(SCHEME.length()).strip());
        if (proven.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Bulkhead\", error=\"invalid_token\"");
            response.sendError(
                    HttpServletResponse.SC_UNAUTHORIZED, "The token is unknown, expired or revoked; make another one");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proven.get());
        SecurityContextHolder.setContext(context);
        // A stream's request is dispatched once more when it ends.
        untilTheEnd.saveContext(context, request, response);
        chain.doFilter(request, response);
    }
}
