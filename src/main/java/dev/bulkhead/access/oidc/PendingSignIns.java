package dev.bulkhead.access.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Who has gone to the provider and not come back yet. The browser keeps a handle in a cookie of its own: the session's is not sent by a
 * browser that comes from another site.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "bulkhead-oidc";
    private static final String PATH = "/login/oauth2";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final int HANDLE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private record Pending(OAuth2AuthorizationRequest request, long since) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return handle(request).map(this::find).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest going, HttpServletRequest request, HttpServletResponse response) {
        if (going == null) {
            return;
        }
        byte[] bytes = new byte[HANDLE_BYTES];
        random.nextBytes(bytes);
        String handle = HexFormat.of().formatHex(bytes);
        synchronized (pending) {
            forgetOld();
            pending.put(handle, new Pending(going, System.nanoTime()));
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(handle, LIFE, request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        String handle = handle(request).orElse("");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        synchronized (pending) {
            forgetOld();
            Pending found = pending.remove(handle);
            return found == null ? null : found.request();
        }
    }

    private @Nullable OAuth2AuthorizationRequest find(String handle) {
        synchronized (pending) {
            forgetOld();
            Pending found = pending.get(handle);
            return found == null ? null : found.request();
        }
    }

    /** The oldest make room, so that strangers cannot fill the memory. */
    private void forgetOld() {
        long now = System.nanoTime();
        pending.values().removeIf(old -> now - old.since() > LIFE.toNanos());
        while (pending.size() >= MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
    }

    private static Optional<String> handle(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
