package dev.bulkhead.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Databases with our tables and nothing in them: H2's, unless the test class runs {@link OnEachDatabase} and it is another one's turn.
 */
public enum TestDatabase {
    H2,
    POSTGRESQL;

    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    private static final String H2_FILE_SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    private static final int CONNECTIONS = 8;
    private static final int IDLE_MILLIS = 10_000;

    private static final List<HikariDataSource> OPEN = new ArrayList<>();
    private static TestDatabase turn = H2;

    /** A new one; in memory where it can be. */
    public static DataSource fresh() {
        return migrated(turn == POSTGRESQL ? postgres(newSchema()) : h2("mem:" + UUID.randomUUID() + H2_SETTINGS));
    }

    /** As it is kept in production; the next one with the same folder, be it another process, finds what this one left. */
    public static DataSource in(Path folder) {
        Path note = folder.resolve("postgresql.url");
        try {
            if (turn == POSTGRESQL && !Files.exists(note)) {
                Files.writeString(note, newSchema());
            }
            return migrated(
                    Files.exists(note)
                            ? postgres(Files.readString(note))
                            : pool(h2("file:" + folder.resolve("bulkhead") + H2_SETTINGS + H2_FILE_SETTINGS)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets go of one that is kept {@link #in} a folder, so that another process may take it. */
    public static void shutDown(DataSource database) throws java.sql.SQLException {
        if (database instanceof HikariDataSource pool) {
            pool.close();
        } else {
            JdbcClient.create(database).sql("shutdown").update();
        }
    }

    /** What a start of the application needs to keep its data in a database of this kind. */
    public static String newPostgresUrl() {
        return newSchema();
    }

    static void begin(TestDatabase next) {
        if (next == POSTGRESQL) {
            PostgresServer.shared();
        }
        turn = next;
    }

    static synchronized void end() {
        OPEN.forEach(HikariDataSource::close);
        OPEN.clear();
        turn = H2;
    }

    private static DataSource migrated(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static JdbcDataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + url);
        return database;
    }

    private static DataSource pool(JdbcDataSource database) {
        return org.h2.jdbcx.JdbcConnectionPool.create(database);
    }

    private static String newSchema() {
        PostgresServer server = PostgresServer.shared();
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = java.sql.DriverManager.getConnection(
                        server.url("public"), PostgresServer.USER, PostgresServer.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            return server.url(schema);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static synchronized DataSource postgres(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(PostgresServer.USER);
        settings.setPassword(PostgresServer.PASSWORD);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE_MILLIS);
        HikariDataSource pool = new HikariDataSource(settings);
        OPEN.add(pool);
        return pool;
    }
}
