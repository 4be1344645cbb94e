package dev.bulkhead.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.operation.audit.TestAudit;
import dev.bulkhead.testing.OnEachDatabase;
import dev.bulkhead.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases E7 and E8: killed in the middle of writing, again and again. */
@OnEachDatabase
class CrashTest {

    private static final int ROUNDS = 3;
    private static final int ASKED_BEFORE_THE_KILL = 60;

    @TempDir
    private Path folder;

    @Test
    void nothingIsAskedOfAnEngineWithoutBeingOnRecordAndNothingIsClaimed() throws IOException, SQLException {
        // So that the processes find which kind it is.
        TestDatabase.shutDown(TestDatabase.in(folder));
        List<String> asked = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> now = runAndKill(round * 1_000_000);
            asked.addAll(now);

            DataSource database = TestOperations.database(folder);
            TestAudit audit = TestAudit.over(database, folder.resolve("audit.key"));
            TestOperations.over(database, audit.trail(), 4);

            JdbcClient jdbc = JdbcClient.create(database);
            assertThat(targets(jdbc, "select target from audit where outcome = 'INTENT'"))
                    .containsAll(asked);
            assertThat(targets(jdbc, "select target from operation where state in ('QUEUED', 'RUNNING')"))
                    .isEmpty();
            assertThat(targets(jdbc, "select target from operation where state = 'INTERRUPTED'"))
                    .contains("lab.g" + hungIn(round))
                    .allSatisfy(target -> assertThat(
                                    targets(jdbc, "select target from audit where outcome = 'INTERRUPTED'"))
                            .contains(target));
            assertThat(audit.isIntact()).isTrue();
            audit.end();
            TestDatabase.shutDown(database);
        }
    }

    private static int hungIn(int round) {
        int first = round * 1_000_000;
        return first + (7 - first % 7) % 7;
    }

    /** What it said that it asks an engine for. */
    private List<String> runAndKill(int first) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashedRun.class.getName(),
                        folder.toString(),
                        String.valueOf(first))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        List<String> asked = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            while (asked.size() < ASKED_BEFORE_THE_KILL) {
                String line = output.readLine();
                assertThat(line).as("told before its end").isNotNull();
                if (line.startsWith("asked ")) {
                    asked.add(line.substring("asked ".length()));
                }
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return asked;
    }

    private static List<String> targets(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
