package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case E7: a new version's changes are there wholly or not at all. */
class WholeMigrationsTest {

    @TempDir
    Path data;

    private Path scripts;

    @BeforeEach
    void anInstallation() throws IOException {
        scripts = Files.createDirectory(data.resolve("scripts"));
        Files.writeString(
                scripts.resolve("V1__first.sql"), "create table first (a int); insert into first values (1);");
        migrate();
    }

    @Test
    void whatEndedHalfwayIsPutBackByTheNextStart() throws Exception {
        Files.writeString(
                scripts.resolve("V2__second.sql"), "create table half (a int); alter table absent add b int;");
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
        assertThat(tables()).as("left by the start that ended").contains("half");

        WholeMigrations.putBack(data);

        assertThat(tables()).contains("first").doesNotContain("half");
        Files.writeString(scripts.resolve("V2__second.sql"), "create table half (a int);");
        migrate();
        assertThat(tables()).contains("first", "half");
        WholeMigrations.putBack(data);
        assertThat(tables()).contains("half");
    }

    @Test
    void aFirstStartThatEndedHalfwayBeginsAnew(@TempDir Path fresh) throws Exception {
        data = fresh;
        scripts = Files.createDirectory(fresh.resolve("scripts"));
        Files.writeString(scripts.resolve("V1__first.sql"), "create table half (a int); alter table absent add b int;");
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);

        WholeMigrations.putBack(data);
        Files.writeString(scripts.resolve("V1__first.sql"), "create table half (a int);");
        migrate();

        assertThat(tables()).contains("half");
    }

    private void migrate() {
        new WholeMigrations(data)
                .migrate(Flyway.configure()
                        .dataSource(url(), "", "")
                        .locations("filesystem:" + scripts)
                        .load());
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private String url() {
        return "jdbc:h2:file:" + data.resolve("db/bulkhead") + ";DATABASE_TO_LOWER=TRUE";
    }
}
