package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMachineTest {

    @Test
    void readsThisMachine() {
        HostFacts facts = new LocalMachine(Path.of("/")).read();

        assertThat(facts.hostName()).isNotBlank();
        assertThat(facts.kernel()).isNotBlank();
        assertThat(facts.cpuThreads()).isPositive();
        assertThat(facts.memoryTotal()).isNotNull().isGreaterThan(facts.memoryUsed());
        assertThat(facts.bootedAt()).isBefore(Instant.now());
        assertThat(facts.cpuTimes().total()).isGreaterThan(facts.cpuTimes().busy());
    }

    @Test
    void countsIdleAndWaitingTimeAsNotBusy(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.writeString(root.resolve("proc/stat"), "cpu  100 20 30 400 50 1 2 3 40 0\nbtime 1700000000\n");

        HostFacts facts = new LocalMachine(root).read();

        assertThat(facts.cpuTimes().busy()).isEqualTo(Duration.ofMillis(1560));
        assertThat(facts.cpuTimes().total()).isEqualTo(Duration.ofMillis(6060));
        assertThat(facts.bootedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void whatCannotBeReadIsUnknown(@TempDir Path empty) {
        HostFacts facts = new LocalMachine(empty).read();

        assertThat(facts.memoryTotal()).isNull();
        assertThat(facts.cpuTimes()).isNull();
        assertThat(facts.kernel()).isEmpty();
    }
}
