package dev.bulkhead.access.signin;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords came from there; this one was not looked at. */
public final class SignInDelayedException extends LockedException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    SignInDelayedException(Duration left) {
        super("Too many wrong passwords");
        seconds = Math.max(1, left.plusMillis(999).toSeconds());
    }

    /** After how many the next try is looked at. */
    public long seconds() {
        return seconds;
    }
}
