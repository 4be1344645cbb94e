package dev.bulkhead.operation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Origin;
import dev.bulkhead.operation.TestOperations;
import dev.bulkhead.operation.audit.AuditVerification.Finding;
import dev.bulkhead.operation.audit.AuditVerification.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Old rows leave the table without a hole in the chain, and what verifies from the outside says the same as Bulkhead itself. */
class AuditRetentionTest {

    private static final Instant NOW = Instant.now();
    private static final Duration KEEP = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private DataSource database;
    private JdbcClient jdbc;
    private TestAudit audit;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        database = TestOperations.database(folder.resolve("db"));
        jdbc = JdbcClient.create(database);
        audit = TestAudit.over(database, folder.resolve("audit.key"));
    }

    private void record(Duration age, int rows) {
        for (int i = 0; i < rows; i++) {
            audit.trail()
                    .record(new AuditEntry(
                            NOW.minus(age),
                            Origin.SYSTEM,
                            "start",
                            new AuditTarget("lab.x", "ünd so\nweiter"),
                            AuditOutcome.DONE,
                            null,
                            null));
        }
    }

    private void retain() {
        new AuditRetention(
                        audit.store(),
                        audit.trail(),
                        audit.verifier(),
                        audit.start(),
                        new AuditSettings(folder.resolve("audit.key"), KEEP, folder.resolve("archive")),
                        () -> NOW)
                .run();
    }

    private List<String> archive(String file) throws IOException {
        return Files.readAllLines(folder.resolve("archive").resolve(file));
    }

    private int verifyFromOutside(String expected) {
        audit.anchor().write();
        jdbc.sql("shutdown").update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                "verify-audit",
                "--bulkhead.data-dir=" + folder,
                "--bulkhead.audit.key-file=" + folder.resolve("audit.key"),
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db/bulkhead")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(expected);
        return code;
    }

    @Test
    void oldRowsMoveIntoASignedFileAndTheRestVerifies() throws Exception {
        record(Duration.ofDays(40), 7);
        record(Duration.ofDays(20), 5);
        retain();

        assertThat(audit.store().first()).contains(8L);
        AuditVerification found = audit.verify();
        assertThat(found.finding()).isNull();
        assertThat(found.rows()).isEqualTo(6);
        assertThat(found.unverifiable()).isZero();

        List<String> lines = archive("audit-1-7.ndjson");
        assertThat(lines).hasSize(8);
        assertThat(new JsonMapper().readTree(lines.get(6)).path("seq").asInt()).isEqualTo(7);
        String signature =
                new JsonMapper().readTree(lines.getLast()).path("signature").asString();
        String signed = String.join("\n", lines.subList(0, 7)) + "\n";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(audit.start().key().secret(), "HmacSHA256"));
        assertThat(signature).isEqualTo(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(verifyFromOutside("6 rows verified, up to row 13")).isZero();
    }

    @Test
    void aSecondCutFollowsTheFirstAndNothingNewIsCut() throws Exception {
        record(Duration.ofDays(50), 3);
        retain();
        retain();
        assertThat(audit.trail().head().seq()).isEqualTo(4);
        record(Duration.ofDays(1), 2);
        assertThat(audit.verify().isIntact()).isTrue();
        assertThat(Files.list(folder.resolve("archive"))).hasSize(1);
    }

    @Test
    void anEndBetweenTheStepsIsMadeUpForAtTheNext() {
        record(Duration.ofDays(40), 4);
        record(Duration.ofDays(1), 2);
        jdbc.sql("create table kept as select * from audit where seq <= 4").update();
        retain();
        jdbc.sql("insert into audit select * from kept").update();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(1, Kind.INSERTED));
        retain();
        assertThat(audit.verify().isIntact()).isTrue();
    }

    @Test
    void whatDoesNotVerifyStaysWhereItIs() {
        record(Duration.ofDays(40), 4);
        record(Duration.ofDays(1), 2);
        jdbc.sql("update audit set actor = 'eve' where seq = 2").update();
        retain();
        assertThat(audit.store().first()).contains(1L);
        assertThat(folder.resolve("archive")).doesNotExist();
        assertThat(verifyFromOutside("row 2 is CHANGED")).isEqualTo(1);
    }

    @Test
    void nobodyCutsWithoutTheKey() {
        record(Duration.ofDays(40), 6);
        String mac = audit.store().find(3).orElseThrow().mac();
        // As if rows 1 to 3 had been put away: an older row is made to say so, and they are deleted.
        jdbc.sql("update audit set verb = 'audit.cut', target = '3:" + mac + "' where seq = 5")
                .update();
        jdbc.sql("delete from audit where seq <= 3").update();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(5, Kind.CHANGED));
        jdbc.sql("delete from audit where seq >= 5").update();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(1, Kind.MISSING));
        assertThat(verifyFromOutside("row 1 is MISSING")).isEqualTo(1);
    }

    @Test
    void anEndCutOffWhileBulkheadIsOffIsFoundFromOutside() {
        record(Duration.ofDays(1), 5);
        audit.anchor().write();
        jdbc.sql("delete from audit where seq > 3").update();
        assertThat(verifyFromOutside("row 4 is CUT_OFF")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotMade() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path nowhere = folder.resolve("nowhere");
        assertThat(VerifyCommand.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        "verify-audit",
                        "--bulkhead.data-dir=" + nowhere,
                        "--bulkhead.audit.key-file=" + nowhere.resolve("audit.key"),
                        "--spring.datasource.url=jdbc:h2:file:" + nowhere.resolve("db/bulkhead")))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("cannot be verified");
        assertThat(nowhere.resolve("db")).doesNotExist();
        assertThat(nowhere.resolve("audit.key")).doesNotExist();
    }
}
