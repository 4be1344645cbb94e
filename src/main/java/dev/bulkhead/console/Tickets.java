package dev.bulkhead.console;

import dev.bulkhead.access.Credential;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * One-time rights to open a console. A ticket works once, for 30 seconds by a clock that nobody can set, and for the one who asked
 * for it; the wrong hands that show one have spoilt it.
 */
@Component
public class Tickets {

    static final Duration LIFE = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 5_000;
    private static final String SCREEN_PROTOCOL = "binary";
    private static final String TERMINAL_PROTOCOL = "bulkhead.tty.v1";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Timed> open = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    @Autowired
    Tickets() {
        this(System::nanoTime);
    }

    Tickets(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * What a ticket stands for.
     *
     * @param viewer the one who will watch
     * @param credential whose right it is
     * @param mayControl whether that right includes typing
     */
    public record Grant(
            UUID viewer,
            Credential credential,
            InstanceId instance,
            String instanceName,
            ConsoleOptions options,
            boolean mayControl) {

        private Grant heldBy(Credential by) {
            return new Grant(viewer, by, instance, instanceName, options, mayControl);
        }

        public String protocol() {
            return options.request().kind().isTerminal() ? TERMINAL_PROTOCOL : SCREEN_PROTOCOL;
        }
    }

    private record Timed(Grant grant, long issued) {}

    /** @throws EngineException LIMIT when thousands of tickets wait to be used */
    ConsoleTicket issue(Grant grant) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        synchronized (open) {
            forgetExpired();
            if (open.size() >= MOST) {
                throw new EngineException(
                        ErrorKind.LIMIT, grant.instance().engine(), "Too many consoles are being opened at once");
            }
            open.put(ticket, new Timed(grant, nanoTime.getAsLong()));
        }
        return new ConsoleTicket(ticket, "/console/" + ticket, grant.protocol(), grant.viewer());
    }

    /** Takes a ticket; empty when there is none such, it is too old, or it belongs to somebody else. */
    public Optional<Grant> redeem(String ticket, Credential by) {
        synchronized (open) {
            forgetExpired();
            return Optional.ofNullable(open.remove(ticket))
                    .map(Timed::grant)
                    .filter(grant -> grant.credential().covers(by))
                    .map(grant -> grant.heldBy(by));
        }
    }

    private void forgetExpired() {
        long now = nanoTime.getAsLong();
        open.values().removeIf(timed -> now - timed.issued() > LIFE.toNanos());
    }
}
