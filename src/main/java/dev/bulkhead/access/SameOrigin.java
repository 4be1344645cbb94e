package dev.bulkhead.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser sent a request on behalf of one of our own pages. Read from what page scripts cannot forge: {@code Sec-Fetch-Site},
 * and {@code Origin} where a browser does not send the former.
 */
public final class SameOrigin {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String OUR_PAGE = "same-origin";

    private SameOrigin() {}

    /** Whether the method may change state. */
    public static boolean changesState(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod());
    }

    /** Whether a page of another origin sent it. False for a program, which sends neither header. */
    public static boolean isForeign(HttpServletRequest request) {
        String site = fetchSite(request);
        if (site != null && !site.equals(OUR_PAGE) && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        // The browser compares with the address it shows; behind a proxy we may only see another one.
        return origin != null && !OUR_PAGE.equals(site) && !origin.equals(own(request));
    }

    /** Whether {@code Origin} is there and names us, whatever else was sent. */
    public static boolean isSameOrigin(HttpServletRequest request) {
        return own(request).equals(request.getHeader("Origin"));
    }

    /** Whether a page of ours sent it for certain. */
    public static boolean isProven(HttpServletRequest request) {
        boolean told = OUR_PAGE.equals(fetchSite(request)) || request.getHeader("Origin") != null;
        return told && !isForeign(request);
    }

    private static @Nullable String fetchSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? null : site.toLowerCase(Locale.ROOT);
    }

    private static String own(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
