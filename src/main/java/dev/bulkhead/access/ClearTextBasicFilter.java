package dev.bulkhead.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses passwords that crossed a network in the clear, right or wrong: whoever sent one should notice. */
public class ClearTextBasicFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null && !request.isSecure() && !isLoopback(request)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "Credentials are taken over HTTPS, or from this machine itself");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isLoopback(HttpServletRequest request) throws IOException {
        // A literal address: nothing is looked up.
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }
}
