package dev.bulkhead.operation;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.operation.audit.AuditTrail;
import dev.bulkhead.operation.audit.TestAudit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations over a database of their own in memory, for the tests of this package and others. */
public final class TestOperations {

    private TestOperations() {}

    public static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** In files, as the embedded database is kept in production; the next one with the same folder finds what this one left. */
    public static DataSource database(Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("bulkhead")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;"
                + "WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return JdbcConnectionPool.create(database);
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
