package dev.bulkhead.operation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Origin;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Case B1: a flood of wrong passwords is on record, and does not fill the disk. */
class AuditThrottleTest {

    private final AtomicLong now = new AtomicLong();
    private final AuditThrottle throttle = new AuditThrottle(now::get);

    private static AuditEntry wrongPassword(String name, String address) {
        Origin origin = new Origin(name, Origin.Proof.NONE, null, address);
        return AuditEntry.now(origin, "sign-in", AuditTarget.NONE, AuditOutcome.REFUSED, "wrong password");
    }

    private int admitted(int tries, String address) {
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            admitted += throttle.admits(wrongPassword("user" + i, address)) ? 1 : 0;
        }
        return admitted;
    }

    private void passSeconds(int seconds) {
        now.addAndGet(seconds * 1_000_000_000L);
    }

    @Test
    void theFirstAreWrittenInFullAndTheOthersAsTheirNumber() {
        assertThat(admitted(1_000, "192.0.2.1")).isEqualTo(AuditThrottle.IN_FULL);
        assertThat(admitted(3, "192.0.2.2")).isEqualTo(3);
        passSeconds(59);
        assertThat(throttle.summaries()).isEmpty();
        passSeconds(1);
        assertThat(throttle.summaries()).singleElement().satisfies(row -> {
            assertThat(row.detail()).isEqualTo("and 990 more within a minute, of any names");
            assertThat(row.origin().address()).isEqualTo("192.0.2.1");
        });
        assertThat(admitted(1, "192.0.2.1")).isEqualTo(1);
    }

    @Test
    void manyAddressesAreBoundedToo() {
        int admitted = 0;
        for (int i = 0; i < 100_000; i++) {
            admitted += admitted(1, "2001:db8::" + Integer.toHexString(i));
        }
        assertThat(admitted).isEqualTo(AuditThrottle.MOST_SOURCES + AuditThrottle.IN_FULL);
        passSeconds(60);
        assertThat(throttle.summaries()).hasSize(1);
    }
}
