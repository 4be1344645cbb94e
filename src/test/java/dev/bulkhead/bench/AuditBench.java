package dev.bulkhead.bench;

import dev.bulkhead.access.Origin;
import dev.bulkhead.operation.TestOperations;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.TestAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** How long a row of the audit record takes to write, on the embedded database, and the whole record to verify. */
final class AuditBench {

    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 5_000;
    private static final Origin WHO = new Origin("ada", Origin.Proof.SESSION, "0badc0ffee", "192.0.2.7");

    private AuditBench() {}

    static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("bulkhead-bench-audit");
        DataSource database = TestOperations.database(folder);
        TestAudit audit = TestAudit.over(database, folder.resolve("audit.key"));
        append(audit);
        Figures.say("filling the record up to %,d rows".formatted(rows));
        audit.fill(database, AuditBench::entry, rows);
        verify(audit, rows);
        System.exit(0);
    }

    private static void append(TestAudit audit) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long began = System.nanoTime();
            audit.trail().record(entry(i));
            if (i >= WARM_UP) {
                millis.add(Figures.millisSince(began));
            }
        }
        Figures.row("audit row, median", micros(Figures.median(millis)), "≤ 1 ms", "");
        Figures.row("audit row, 99th percentile", micros(Figures.percentile(millis, 0.99)), "", "");
    }

    private static void verify(TestAudit audit, int rows) {
        double cpu = ProcessorTime.of(ProcessHandle.current());
        long began = System.nanoTime();
        boolean intact = audit.isIntact();
        double seconds = Figures.millisSince(began) / 1_000;
        cpu = ProcessorTime.of(ProcessHandle.current()) - cpu;
        Figures.row(
                "verifying %,d audit rows".formatted(rows),
                "%s (CPU %s)%s"
                        .formatted(
                                Figures.seconds(seconds), Figures.seconds(cpu), intact ? "" : ", and it is not intact"),
                "≤ 10 s for 1,000,000",
                "");
    }

    private static String micros(double millis) {
        return "%.2f ms".formatted(millis);
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                Instant.now(),
                WHO,
                "start",
                new AuditTarget("atlas-libvirt." + new UUID(7, number % 500), "guest-" + number % 500),
                number % 2 == 0 ? AuditOutcome.INTENT : AuditOutcome.DONE,
                new UUID(9, number / 2),
                number % 10 == 9 ? "CONFLICT: what an engine says when it does not want to" : null);
    }
}
