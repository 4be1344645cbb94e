package dev.bulkhead.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, for as long as its session lives: where and when it began, when it was used last, and when its user last showed that it
 * is them. Durations are measured by a clock that nobody sets.
 */
public final class SignInDetails implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 5;

    private final String name;

    @Nullable
    private final String address;

    private final String browser;
    private final Instant since = Instant.now();
    private final long beganNanos = System.nanoTime();
    private volatile Instant used = since;
    private volatile long usedNanos = beganNanos;
    private volatile long confirmedNanos = beganNanos;
    private volatile boolean ended;
    private volatile long endedNanos;

    private SignInDetails(String name, @Nullable String address, String browser) {
        this.name = name;
        this.address = address;
        this.browser = browser;
    }

    static SignInDetails of(HttpServletRequest request) {
        byte[] name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        return new SignInDetails(
                HexFormat.of().formatHex(name),
                request.getRemoteAddr(),
                BrowserName.of(request.getHeader("User-Agent")));
    }

    /** Names this sign-in; made by chance, so that it tells nothing of the session, and cannot be used for anything else. */
    public String name() {
        return name;
    }

    /** Where it came from. */
    public @Nullable String address() {
        return address;
    }

    /** "Firefox on Linux"; "" where that is not known. */
    public String browser() {
        return browser;
    }

    public Instant since() {
        return since;
    }

    /** When its user last asked for something. */
    public Instant used() {
        return used;
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    public Duration idle() {
        return Duration.ofNanos(System.nanoTime() - usedNanos);
    }

    /** Its user asked for something, just now. */
    public void use() {
        used = Instant.now();
        usedNanos = System.nanoTime();
    }

    /** From now on it is worth nothing: pages close by themselves, requests find nobody. */
    public void end() {
        endedNanos = System.nanoTime();
        ended = true;
    }

    public boolean hasEnded() {
        return ended;
    }

    /** How long ago it was ended. */
    public Duration over() {
        return ended ? Duration.ofNanos(System.nanoTime() - endedNanos) : Duration.ZERO;
    }

    /** How long ago its user showed that it is them. */
    Duration confirmed() {
        return Duration.ofNanos(System.nanoTime() - confirmedNanos);
    }

    void confirm() {
        confirmed(Duration.ZERO);
    }

    void confirmed(Duration ago) {
        confirmedNanos = System.nanoTime() - ago.toNanos();
    }
}
