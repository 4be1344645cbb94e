package dev.bulkhead.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before whatever checks a password, and sends away unheard who has to wait. */
public final class SignInGate extends OncePerRequestFilter {

    private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

    private final SignInTries tries;
    private final Function<HttpServletRequest, Optional<String>> claimedName;
    private final AuthenticationEntryPoint refusal;

    private SignInGate(
            SignInTries tries,
            Function<HttpServletRequest, Optional<String>> claimedName,
            AuthenticationEntryPoint refusal) {
        this.tries = tries;
        this.claimedName = claimedName;
        this.refusal = refusal;
    }

    /** Before the form's filter. */
    public static SignInGate ofForm(SignInTries tries, String path, AuthenticationEntryPoint refusal) {
        return new SignInGate(
                tries,
                request -> "POST".equals(request.getMethod()) && path.equals(request.getServletPath())
                        ? Optional.of(Optional.ofNullable(request.getParameter("username"))
                                .orElse(""))
                        : Optional.empty(),
                refusal);
    }

    /** Before the filter of HTTP Basic. */
    public static SignInGate ofBasic(SignInTries tries, AuthenticationEntryPoint refusal) {
        return new SignInGate(tries, SignInGate::basicName, refusal);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = claimedName.apply(request);
        if (name.isPresent()) {
            Duration left = tries.left(name.get(), request.getRemoteAddr());
            if (left.isPositive()) {
                refusal.commence(request, response, tries.refused(name.get(), left));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> basicName(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.strip().toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return Optional.empty();
        }
        try {
            UsernamePasswordAuthenticationToken claimed = BASIC.convert(request);
            return claimed == null ? Optional.empty() : Optional.of(claimed.getName());
        } catch (AuthenticationException malformed) {
            // Answered by the filter that comes next.
            return Optional.empty();
        }
    }
}
