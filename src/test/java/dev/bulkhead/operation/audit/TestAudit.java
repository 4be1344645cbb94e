package dev.bulkhead.operation.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record over a database of a test's, as after a start; another one over the same is the next start. */
public record TestAudit(AuditStore store, AuditTrail trail, AuditVerifier verifier, AuditAnchor anchor) {

    /** With a key of its own. */
    public static TestAudit over(DataSource database) {
        try {
            return over(database, Files.createTempDirectory("bulkhead-audit").resolve("audit.key"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static TestAudit over(DataSource database, Path keyFile) {
        JdbcClient jdbc = JdbcClient.create(database);
        AuditStore store = new AuditStore(jdbc, new JdbcTemplate(database));
        AuditStart start = new AuditStart(store, new UnchainedRows(jdbc), new AuditSettings(keyFile));
        AuditTrail trail = new AuditTrail(store, start);
        return new TestAudit(
                store, trail, new AuditVerifier(store, trail, start), new AuditAnchor(trail, store, start));
    }

    AuditVerification verify() {
        return verifier.verify(proven -> {});
    }
}
