package dev.bulkhead.access;

import org.springframework.security.authentication.BadCredentialsException;

/** What was to prove who somebody is does not, and is no password. */
public final class WrongProofException extends BadCredentialsException {

    private static final long serialVersionUID = 1L;

    /** @param what as "wrong code"; for the record, without what was typed */
    public WrongProofException(String what) {
        super(what);
    }
}
