package dev.bulkhead.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who does something, and from where: for the record.
 *
 * @param actor name of the user; "" for a stranger and for Bulkhead itself
 * @param proof how it is known who it is
 * @param signIn names the sign-in that a session stands on, and cannot be used for anything else; null where there is no session
 * @param address as the network tells it; null when it did not come from there
 */
public record Origin(
        String actor,
        Proof proof,
        @Nullable String signIn,
        @Nullable String address) {

    /** Bulkhead, by itself. */
    public static final Origin SYSTEM = new Origin("", Proof.SYSTEM, null, null);

    /** How somebody showed who they are. */
    public enum Proof {
        /** By a sign-in that still stands. */
        SESSION,
        /** By a password that came along with the request. */
        PASSWORD,
        /** By a token that came along with the request. */
        TOKEN,
        /** It is Bulkhead itself. */
        SYSTEM,
        /** Not at all. */
        NONE,
        /** On record from a time when this was not written down. */
        UNKNOWN,
        /** None of these: never written. */
        UNREADABLE
    }

    /** Of whoever the calling thread acts for. */
    public static Origin current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? stranger("")
                : new Credential(authentication, null).origin();
    }

    /** Of {@code actor}: as far as is known of the calling thread, when it acts for that actor. */
    public static Origin of(Actor actor) {
        Origin current = current();
        return current.actor().equals(actor.name())
                ? current
                : new Origin(actor.name(), Proof.UNKNOWN, null, currentAddress());
    }

    /** Of somebody who has not shown who they are. */
    static Origin stranger(String claimedName) {
        return new Origin(claimedName, Proof.NONE, null, currentAddress());
    }

    public Origin from(String otherAddress) {
        return new Origin(actor, proof, signIn, otherAddress);
    }

    /** Where the request at hand comes from; null when there is none on this thread. */
    public static @Nullable String currentAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
