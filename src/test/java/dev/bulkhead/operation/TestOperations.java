package dev.bulkhead.operation;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.operation.audit.AuditTrail;
import dev.bulkhead.operation.audit.TestAudit;
import dev.bulkhead.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations over a database of their own, for the tests of this package and others. */
public final class TestOperations {

    private TestOperations() {}

    /** As {@link TestDatabase#fresh}. */
    public static DataSource database() {
        return TestDatabase.fresh();
    }

    /** As {@link TestDatabase#in}. */
    public static DataSource database(Path folder) {
        return TestDatabase.in(folder);
    }

    public static Operations over(DataSource database, int perEngine) {
        return over(database, TestAudit.over(database).trail(), perEngine);
    }

    public static Operations over(DataSource database, AuditTrail trail, int perEngine) {
        OperationStore store = new OperationStore(JdbcClient.create(database));
        Operations operations = new Operations(
                store, new OperationRecord(store, trail), new OperationSettings(perEngine, Duration.ofDays(90)));
        operations.interruptOpen();
        return operations;
    }

    public static OperationService service(DataSource database, Operations operations) {
        return new OperationService(operations, new OperationStore(JdbcClient.create(database)), TestAccess.allowing());
    }
}
