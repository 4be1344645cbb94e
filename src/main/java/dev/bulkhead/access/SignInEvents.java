package dev.bulkhead.access;

import dev.bulkhead.access.AccessEvent.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells of sign-ins and sign-outs in our own words. A password that comes along with a request is no sign-in, unless it is wrong. */
@Component
class SignInEvents {

    private final ApplicationEventPublisher events;
    private final UserStore users;

    SignInEvents(ApplicationEventPublisher events, UserStore users) {
        this.events = events;
        this.users = users;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        events.publishEvent(AccessEvent.of(origin(event.getAuthentication()), "sign-in", Kind.DONE, ""));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String typed = User.canonical(event.getAuthentication().getName());
        // What is no user's name may be a password in the wrong field.
        boolean known = User.isValidName(typed) && users.find(typed).isPresent();
        String why = switch (event.getException()) {
            case SignInBusyException busy -> "too many at once";
            case CredentialsExpiredException secondStep -> "password right, second step asked for";
            case WrongProofException proof -> String.valueOf(proof.getMessage());
            case InternalAuthenticationServiceException silent -> "could not be checked";
            case LockedException delayed -> "told to wait after wrong passwords";
            default -> known ? "wrong password" : "unknown user";
        };
        events.publishEvent(AccessEvent.of(Origin.stranger(known ? typed : ""), "sign-in", Kind.REFUSED, why));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        events.publishEvent(AccessEvent.of(origin(event.getAuthentication()), "sign-out", Kind.DONE, ""));
    }

    private static Origin origin(Authentication authentication) {
        return new Credential(authentication, null).origin();
    }
}
