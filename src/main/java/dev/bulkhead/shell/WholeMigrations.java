package dev.bulkhead.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.h2.tools.Restore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Has the embedded database changed for a new version wholly or not at all. H2 commits each change of a table by itself, so a start that
 * is killed in between leaves it half changed: what there was is kept beside it until all is done, and the next start begins with that.
 * PostgreSQL needs none of it.
 */
@Component
class WholeMigrations implements FlywayMigrationStrategy {

    private static final String DATABASE = "bulkhead";
    private static final String KEPT = "before-the-new-version.zip";

    private final Path directory;

    WholeMigrations(@Value("${" + DataDirectory.KEY + "}") Path dataDirectory) {
        this.directory = directory(dataDirectory);
    }

    @Override
    public void migrate(Flyway flyway) {
        if (flyway.info().pending().length == 0 || !isEmbedded(flyway)) {
            flyway.migrate();
            return;
        }
        Path kept = directory.resolve(KEPT);
        keep(flyway, kept);
        flyway.migrate();
        delete(kept);
    }

    /** Puts back what a start before left half changed. Before anything opens the database. */
    static void putBack(Path dataDirectory) throws IOException {
        Path directory = directory(dataDirectory);
        Path kept = directory.resolve(KEPT);
        if (Files.exists(kept)) {
            Restore.execute(kept.toString(), directory.toString(), DATABASE);
            Files.delete(kept);
        }
    }

    private static Path directory(Path dataDirectory) {
        return dataDirectory.resolve("db");
    }

    private boolean isEmbedded(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:file:");
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database does not answer", unreachable);
        }
    }

    /** Under its name only once it is whole. */
    private static void keep(Flyway flyway, Path kept) {
        Path begun = kept.resolveSibling(KEPT + ".tmp");
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + begun.toString().replace("'", "''") + "'");
            Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("What there is could not be kept at " + kept, failed);
        }
    }

    private static void delete(Path kept) {
        try {
            Files.delete(kept);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
