package dev.bulkhead.operation.audit;

import dev.bulkhead.testing.TestDirectory;
import java.nio.file.Path;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The record over a database of a test's, as after a start; another one over the same is the next start. */
public record TestAudit(
        AuditStore store,
        AuditSearch search,
        AuditTrail trail,
        AuditVerifier verifier,
        AuditAnchor anchor,
        AuditStart start) {

    private static final int PORTION = 10_000;

    /** With a key of its own. */
    public static TestAudit over(DataSource database) {
        return over(database, TestDirectory.create("bulkhead-audit").resolve("audit.key"));
    }

    public static TestAudit over(DataSource database, Path keyFile) {
        JdbcClient jdbc = JdbcClient.create(database);
        AuditStore store = new AuditStore(jdbc, new JdbcTemplate(database), TransactionOperations.withoutTransaction());
        AuditStart start = new AuditStart(
                store, new UnchainedRows(jdbc), new AuditSettings(keyFile, null, keyFile.resolveSibling("archive")));
        AuditTrail trail = new AuditTrail(store, start);
        return new TestAudit(
                store,
                new AuditSearch(jdbc),
                trail,
                new AuditVerifier(store, trail, start),
                new AuditAnchor(trail, store, start),
                start);
    }

    public boolean isIntact() {
        return verify().isIntact();
    }

    public AuditTail tail() {
        return new AuditTail(store, trail);
    }

    /** As at an orderly end. */
    public void end() {
        anchor.write();
    }

    /** Adds rows until there are so many, many in one transaction. */
    public void fill(DataSource database, IntFunction<AuditEntry> entry, int rows) {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        while (trail.head().seq() < rows) {
            transactions.executeWithoutResult(status -> {
                for (int i = 0; i < PORTION && trail.head().seq() < rows; i++) {
                    trail.record(entry.apply(i));
                }
            });
        }
    }

    AuditVerification verify() {
        return verifier.verify(proven -> {});
    }
}
