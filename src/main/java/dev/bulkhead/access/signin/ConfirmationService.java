package dev.bulkhead.access.signin;

import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.AccessEvent.Kind;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Confirmation;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** How somebody who is signed in shows once more that it is them. Wrong tries count as at sign-in. */
@Service
public class ConfirmationService {

    private final Confirmation confirmation;
    private final AccessService access;
    private final UserDetailsService users;
    private final PasswordEncoder passwords;
    private final TwoStepCodes codes;
    private final SignInTries tries;
    private final ApplicationEventPublisher events;

    ConfirmationService(
            Confirmation confirmation,
            AccessService access,
            UserDetailsService users,
            PasswordEncoder passwords,
            TwoStepCodes codes,
            SignInTries tries,
            ApplicationEventPublisher events) {
        this.confirmation = confirmation;
        this.access = access;
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.tries = tries;
        this.events = events;
    }

    /** Whether a code is taken too. */
    @Requires(Permission.ENTER)
    public boolean takesCodes() {
        return codes.isNeeded(access.current().name());
    }

    /**
     * Whether it is the caller's password, or a code where those are taken. For ten minutes after that the session counts as confirmed.
     *
     * @throws SignInDelayedException after too many wrong ones
     */
    @Requires(Permission.ENTER)
    public boolean confirm(String passwordOrCode) {
        String name = access.current().name();
        tries.require(name);
        boolean right =
                passwords.matches(passwordOrCode, users.loadUserByUsername(name).getPassword())
                        || codes.take(name, passwordOrCode);
        if (right) {
            tries.succeeded(name);
            confirmation.give();
            events.publishEvent(new AccessEvent(Origin.current(), "confirm", Kind.DONE, "", "", ""));
        } else {
            tries.wrong(name, "wrong confirmation");
        }
        return right;
    }
}
