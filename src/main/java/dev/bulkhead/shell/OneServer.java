package dev.bulkhead.shell;

import dev.bulkhead.common.ConfigurationFault;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a second server off a database in PostgreSQL: two would act twice, and write two records into one chain. It is a lock of the
 * database's, held by a connection of its own for as long as the server lives. The embedded one locks its file by itself.
 */
@Component
class OneServer {

    private static final Logger LOG = LoggerFactory.getLogger(OneServer.class);
    /** Any number that nobody else would take, and the schema: what is in another one is somebody else's. */
    private static final String TAKE =
            "select pg_try_advisory_lock(" + 0x62756c6b + ", hashtext(coalesce(current_schema(), '')))";

    private static final int PATIENCE_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private @Nullable Connection holder;

    /** @throws ConfigurationFault when another server holds it */
    OneServer(JdbcConnectionDetails database) throws SQLException {
        this.database = database;
        if (isShared() && !hold()) {
            throw new ConfigurationFault(
                    DatabaseSettings.URL,
                    shown(),
                    "another Bulkhead works with it; stop that one or name another database");
        }
    }

    /** A database that was restarted has let go. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    synchronized void holdOn() {
        try {
            if (isShared() && (holder == null || !holder.isValid(PATIENCE_SECONDS))) {
                close();
                if (!hold()) {
                    LOG.error("Another Bulkhead works with the database {}; stop one of the two", shown());
                }
            }
        } catch (SQLException unreachable) {
            LOG.debug("The database does not answer", unreachable);
        }
    }

    @PreDestroy
    synchronized void close() {
        Connection held = holder;
        holder = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException gone) {
                LOG.debug("The database let go first", gone);
            }
        }
    }

    private boolean hold() throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        boolean held = false;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TAKE)) {
            held = row.next() && row.getBoolean(1);
        } finally {
            if (held) {
                holder = connection;
            } else {
                connection.close();
            }
        }
        return held;
    }

    private boolean isShared() {
        return database.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private String shown() {
        return DatabaseSettings.shown(database.getJdbcUrl());
    }
}
