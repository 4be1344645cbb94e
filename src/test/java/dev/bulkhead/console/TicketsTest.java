package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.testing.ServerTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tickets by themselves (CASES A5, A6, A7): their clock is one that nobody can set. */
class TicketsTest extends ServerTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Tickets tickets = new Tickets(clock::get);

    @Autowired
    private AccessService access;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTicketIsGoodForThirtySecondsEvenWhenTheClockRunsOver() {
        Credential ada = signedIn("ada");
        String early = issue(ada);
        clock.addAndGet(Tickets.LIFE.toNanos());
        assertThat(tickets.redeem(early, ada)).isPresent();

        String late = issue(ada);
        clock.addAndGet(Tickets.LIFE.plus(Duration.ofNanos(1)).toNanos());
        assertThat(tickets.redeem(late, ada)).isEmpty();
    }

    @Test
    void theWrongHandsSpoilATicket() {
        Credential ada = signedIn("ada");
        String ticket = issue(ada);

        assertThat(tickets.redeem(ticket, signedIn("bo"))).isEmpty();
        assertThat(tickets.redeem(ticket, ada)).isEmpty();
    }

    @Test
    void twoSignInsOfOnePersonAreTwo() {
        Credential first = signedIn("ada");
        Credential second = signedIn("ada");

        assertThat(tickets.redeem(issue(first), second)).isEmpty();
        assertThat(tickets.redeem(issue(first), first)).isPresent();
    }

    @Test
    void aTicketIsLongAndNoTwoAreAlike() {
        Credential ada = signedIn("ada");

        assertThat(issue(ada)).hasSize(43).isNotEqualTo(issue(ada));
    }

    private String issue(Credential to) {
        return tickets.issue(new Tickets.Grant(
                        UUID.randomUUID(),
                        to,
                        new InstanceId(ENGINE, "guest"),
                        "guest",
                        ConsoleOptions.of(ConsoleKind.EXEC, ConsoleMode.CONTROL),
                        true))
                .ticket();
    }

    private Credential signedIn(String name) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, "", "USER"));
        return access.credential();
    }
}
