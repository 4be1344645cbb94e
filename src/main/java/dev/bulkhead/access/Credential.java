package dev.bulkhead.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * How somebody proved who they are: the sign-in that one browser session stands on, or a password or token that came along with one request.
 * What is bound to a sign-in is worth nothing in another session, be it the same person's.
 */
public final class Credential {

    private final Authentication authentication;
    private final @Nullable HttpSession session;

    Credential(Authentication authentication, @Nullable HttpSession session) {
        this.authentication = authentication;
        this.session = session;
    }

    /** To be set as a request's authentication details where the password came along with the request. */
    public static Object sentAlong() {
        return SentAlong.PASSWORD;
    }

    /** To be set as the authentication's details when somebody signs in: names the sign-in, and keeps where it came from. */
    public static Object signIn(HttpServletRequest request) {
        return SignInDetails.of(request);
    }

    /** Who it is and from where, for the record: by the request at hand, or else by the sign-in. */
    public Origin origin() {
        String address = Origin.currentAddress();
        if (authentication instanceof TokenAuthentication token) {
            return new Origin(token.getName(), Origin.Proof.TOKEN, token.id(), address);
        }
        if (!isSession()) {
            return new Origin(authentication.getName(), Origin.Proof.PASSWORD, null, address);
        }
        return authentication.getDetails() instanceof SignInDetails details
                ? new Origin(
                        authentication.getName(),
                        Origin.Proof.SESSION,
                        details.name(),
                        address == null ? details.address() : address)
                : new Origin(authentication.getName(), Origin.Proof.SESSION, null, address);
    }

    public Actor actor() {
        return new Actor(authentication.getName());
    }

    /** Whether it is a session's sign-in, and so ends with the session. */
    public boolean isSession() {
        return authentication.getDetails() != SentAlong.PASSWORD && !isToken();
    }

    /** Whether it is a token, which may be worth less than its owner. */
    public boolean isToken() {
        return authentication instanceof TokenAuthentication;
    }

    /** Whether its user has shown lately that it is them ({@link Confirmation}); always so for what comes along with a request. */
    public boolean isConfirmed() {
        return authentication.getDetails() instanceof SignInDetails details
                ? details.confirmed().compareTo(Confirmation.VALID) <= 0
                : !isSession();
    }

    /** Whether what was given to {@code this} may be used by {@code other}. */
    public boolean covers(Credential other) {
        // A session keeps the very object of its sign-in, and no other session ever gets it.
        return isSession()
                ? authentication == other.authentication
                : !other.isSession() && actor().equals(other.actor()) && token().equals(other.token());
    }

    Authentication authentication() {
        return authentication;
    }

    /** Its id; "" where it is none. */
    private String token() {
        return authentication instanceof TokenAuthentication token ? token.id() : "";
    }

    /** Whether the session is over; false also where there is none to end, or none is known. */
    public boolean hasEnded() {
        if (authentication.getDetails() instanceof SignInDetails details && details.hasEnded()) {
            return true;
        }
        if (session == null) {
            return false;
        }
        try {
            session.getCreationTime();
            return false;
        } catch (IllegalStateException invalidated) {
            return true;
        }
    }

    private enum SentAlong {
        PASSWORD
    }
}
