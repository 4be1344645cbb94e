package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Else a class could run on one of them again and again. */
@OnEachDatabase
class OnEachDatabaseTest {

    private static final Set<String> SEEN = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void everyTurnIsOnAnotherOne() throws SQLException {
        String product = product(TestDatabase.fresh());
        assertThat(SEEN.add(product)).as(product).isTrue();
        DataSource kept = TestDatabase.in(folder);
        assertThat(product(kept)).isEqualTo(product);
        TestDatabase.shutDown(kept);
    }

    private static String product(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }
}
