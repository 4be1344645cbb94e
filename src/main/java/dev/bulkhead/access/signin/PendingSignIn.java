package dev.bulkhead.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Between the right password and the right code: the browser's session remembers whose password it was, for five minutes, and stands
 * for nobody. A wrong code counts as a wrong password does.
 */
@Component
public class PendingSignIn {

    private static final String ATTRIBUTE = PendingSignIn.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TwoStepCodes codes;
    private final SignInTries tries;

    PendingSignIn(TwoStepCodes codes, SignInTries tries) {
        this.codes = codes;
        this.tries = tries;
    }

    private record Pending(String name, long sinceNanos) implements Serializable {}

    /** That the password typed for this name was right. */
    public void begin(HttpServletRequest request, String typedName) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        request.getSession().setAttribute(ATTRIBUTE, new Pending(name, System.nanoTime()));
    }

    /** Whose code is waited for; empty when none is, or not any more. */
    public Optional<String> name(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Pending pending
                        && System.nanoTime() - pending.sinceNanos < PATIENCE.toNanos()
                ? Optional.of(pending.name)
                : Optional.empty();
    }

    /**
     * Whether that is a code of the one who is waited for; nobody is waited for after that.
     *
     * @throws SignInDelayedException after too many wrong ones
     */
    public boolean take(HttpServletRequest request, String code) {
        String name = name(request).orElse("");
        if (name.isEmpty()) {
            return false;
        }
        tries.require(name);
        if (codes.take(name, code)) {
            tries.succeeded(name);
            request.getSession().removeAttribute(ATTRIBUTE);
            return true;
        }
        tries.wrong(name, "wrong code");
        return false;
    }
}
