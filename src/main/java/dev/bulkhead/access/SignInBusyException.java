package dev.bulkhead.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Too many sign-ins at once; nothing was checked. Asking again in a few seconds helps. */
public final class SignInBusyException extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    SignInBusyException() {
        super("Too many sign-ins at once");
    }
}
