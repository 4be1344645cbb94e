package dev.bulkhead.access.signin;

import dev.bulkhead.access.Guesses;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.WrongProofException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureDisabledEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts tries to sign in, by whichever way they come, and says who has to wait. */
@Component
public class SignInTries implements Guesses {

    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    SignInTries(SignInThrottle throttle, ApplicationEventPublisher events) {
        this.throttle = throttle;
        this.events = events;
    }

    /** How long whoever claims that name there has to wait; zero for not at all. */
    Duration left(String typedName, String address) {
        return throttle.left(canonical(typedName), address);
    }

    /**
     * That the caller of the request at hand may try now.
     *
     * @throws SignInDelayedException when not
     */
    @Override
    public void require(String typedName) {
        Duration left = left(typedName, address());
        if (left.isPositive()) {
            throw refused(typedName, left);
        }
    }

    @Override
    public void wrong(String name, String what) {
        // Counted as it comes back ({@link #counted}), as those of the form are.
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(name, null), new WrongProofException(what)));
    }

    void failed(String typedName) {
        throttle.failed(canonical(typedName), address());
    }

    public void succeeded(String typedName) {
        throttle.succeeded(canonical(typedName), address());
    }

    /** Tells that somebody was sent away unheard. */
    SignInDelayedException refused(String typedName, Duration left) {
        SignInDelayedException delayed = new SignInDelayedException(left);
        events.publishEvent(new AuthenticationFailureLockedEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(typedName, null), delayed));
        return delayed;
    }

    /** A password that was not even looked at, as when too many are, says nothing. */
    @EventListener({AuthenticationFailureBadCredentialsEvent.class, AuthenticationFailureDisabledEvent.class})
    void counted(AbstractAuthenticationFailureEvent event) {
        failed(event.getAuthentication().getName());
    }

    @EventListener
    void right(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken) {
            succeeded(event.getAuthentication().getName());
        }
    }

    private static String address() {
        return Optional.ofNullable(Origin.currentAddress()).orElse("");
    }

    private static String canonical(String typedName) {
        return typedName.strip().toLowerCase(Locale.ROOT);
    }
}
