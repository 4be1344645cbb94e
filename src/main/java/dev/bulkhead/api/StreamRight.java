package dev.bulkhead.api;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether the one who opened a stream may still read it: signed in, and with the right. Taken from the request that opened it. */
final class StreamRight {

    private final AccessService access;
    private final SecurityContext context = SecurityContextHolder.getContext();
    private final @Nullable HttpSession session;

    StreamRight(AccessService access, HttpServletRequest request) {
        this.access = access;
        this.session = request.getHeader(HttpHeaders.AUTHORIZATION) == null ? request.getSession(false) : null;
    }

    /** Makes the calling thread act for the one who opened the stream, for good. */
    void assume() {
        SecurityContextHolder.setContext(context);
    }

    boolean holds() {
        return isSessionAlive() && access.allows(Permission.INSTANCE_VIEW);
    }

    private boolean isSessionAlive() {
        if (session == null) {
            return true;
        }
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
