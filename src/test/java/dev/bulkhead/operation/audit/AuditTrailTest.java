package dev.bulkhead.operation.audit;

import static dev.bulkhead.operation.audit.AuditVerification.Kind.CHANGED;
import static dev.bulkhead.operation.audit.AuditVerification.Kind.CUT_OFF;
import static dev.bulkhead.operation.audit.AuditVerification.Kind.INSERTED;
import static dev.bulkhead.operation.audit.AuditVerification.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.access.Origin;
import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.operation.TestOperations;
import dev.bulkhead.operation.audit.AuditVerification.Finding;
import dev.bulkhead.testing.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case E21, and E6 where it concerns the record. */
@OnEachDatabase
class AuditTrailTest {

    private static final Origin ADA = new Origin("ada", Origin.Proof.SESSION, "0badc0ffee", "192.0.2.7");

    private final DataSource database = TestOperations.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private TestAudit audit;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        audit = TestAudit.over(database, keyFile());
    }

    private Path keyFile() {
        return folder.resolve("data").resolve("audit.key");
    }

    private void fill(int rows) {
        for (int i = 0; i < rows; i++) {
            audit.trail().record(entry("start", "guest " + i));
        }
    }

    private static AuditEntry entry(String verb, String target) {
        return new AuditEntry(
                Instant.now(),
                ADA,
                verb,
                new AuditTarget("lab." + target, target),
                AuditOutcome.INTENT,
                UUID.randomUUID(),
                "why");
    }

    private void tamper(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    @Test
    void whatIsWrittenIsReadBackAndVerifies() {
        AuditEntry entry = entry("start", "web-01");
        audit.trail().record(entry);
        fill(20);

        AuditRow first = audit.store().find(1).orElseThrow();
        assertThat(first.entry()).isEqualTo(entry.cleaned());
        assertThat(audit.verify()).satisfies(found -> {
            assertThat(found.isIntact()).isTrue();
            assertThat(found.rows()).isEqualTo(21);
            assertThat(found.unverifiable()).isZero();
        });
    }

    @Test
    void textsThatDatabasesRefuseOrCutAreMadeFit() {
        String hostile = "a\0b \ud800 \ud83d\ude00 <b>x" + "n".repeat(64_000);
        audit.trail()
                .record(new AuditEntry(
                        Instant.now(),
                        new Origin(hostile, Origin.Proof.NONE, hostile, hostile),
                        hostile,
                        new AuditTarget(hostile, hostile),
                        AuditOutcome.DONE,
                        null,
                        hostile));

        AuditEntry stored = audit.store().find(1).orElseThrow().entry();
        assertThat(stored.detail()).startsWith("a\ufffdb ? \ud83d\ude00 <b>x").hasSize(500);
        assertThat(audit.verify().isIntact()).isTrue();
    }

    /** Any single change of any field of any row is found, and the row named. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "seq = 1000",
                "seq = -7",
                "at = at + interval '0.000001' second",
                "actor = 'eve'",
                "actor = ''",
                "proof = 'TOKEN'",
                "proof = 'nonsense'",
                "sign_in = null",
                "sign_in = ''",
                "address = '192.0.2.8'",
                "verb = 'delete'",
                "target = 'lab.other'",
                "target_name = target_name || ' '",
                "outcome = 'FAILED'",
                "outcome = 'nonsense'",
                "operation = null",
                "operation = gen_random_uuid()",
                "detail = null",
                "detail = 'Why'",
                "mac = repeat('0', 64)",
                "mac = ''"
            })
    void aChangedFieldIsFound(String change) {
        fill(7);
        for (int seq : List.of(7, 4, 1)) {
            jdbc.sql("drop table if exists kept").update();
            jdbc.sql("create table kept as select * from audit").update();
            tamper("update audit set " + change + " where seq = " + seq);

            Finding finding = audit.verify().finding();
            assertThat(finding).as("row %d: %s", seq, change).isNotNull();
            assertThat(finding.seq()).isEqualTo(seq);

            jdbc.sql("delete from audit").update();
            jdbc.sql("insert into audit select * from kept").update();
            assertThat(audit.verify().isIntact()).isTrue();
        }
    }

    @Test
    void swappedContentsAreFound() {
        fill(6);
        tamper("update audit set seq = -seq where seq in (3, 5)");
        tamper("update audit set seq = case seq when -3 then 5 else 3 end where seq < 0");

        assertThat(audit.verify().finding()).isEqualTo(new Finding(3, CHANGED));
    }

    @Test
    void aDeletedRowIsFound() {
        fill(6);
        tamper("delete from audit where seq = 4");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(4, MISSING));
    }

    @Test
    void aDeletedRowIsFoundWhenTheOthersMovedUp() {
        fill(6);
        tamper("delete from audit where seq = 4");
        tamper("update audit set seq = seq - 1 where seq > 4");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(4, CHANGED));
    }

    @Test
    void theBeginningCannotBeTakenAway() {
        fill(6);
        tamper("delete from audit where seq < 3");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(1, MISSING));
    }

    @Test
    void rowsThatWereNeverWrittenAreFound() {
        fill(3);
        tamper("insert into audit select 4, at, actor, proof, sign_in, address, verb, target, target_name, outcome,"
                + " operation, detail, mac from audit where seq = 3");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(4, INSERTED));
    }

    @Test
    void anEndThatIsCutOffIsFoundAtOnceAndAfterTheNextStart() {
        fill(6);
        audit.anchor().write();
        tamper("delete from audit where seq > 4");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(5, CUT_OFF));

        start();
        fill(3);
        assertThat(audit.verify().finding()).isEqualTo(new Finding(5, MISSING));
        audit.anchor().write();
        start();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(5, MISSING));
    }

    @Test
    void anEmptiedTableIsFound() {
        fill(3);
        audit.anchor().write();
        tamper("delete from audit");
        start();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(1, MISSING));
    }

    @Test
    void theChainGoesOnAfterAStartThatLeftNoHead() {
        fill(3);
        start();
        fill(2);
        AuditVerification found = audit.verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(audit.store().find(4).orElseThrow().entry().verb()).isEqualTo("audit.no-head");
        assertThat(found.rows()).isEqualTo(6);
    }

    @Test
    void withoutItsKeyTheOldPartIsUnverifiableAndTheNewOneStartsByAKeyOfItsOwn() throws IOException {
        fill(3);
        audit.anchor().write();
        Files.delete(keyFile());

        start();
        fill(2);

        AuditVerification found = audit.verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.unverifiable()).isEqualTo(3);
        assertThat(found.rows()).isEqualTo(3);
        assertThat(audit.store().find(4).orElseThrow().entry().verb()).isEqualTo("audit.new-key");
        tamper("update audit set actor = 'eve' where seq = 5");
        assertThat(audit.verify().finding()).isEqualTo(new Finding(5, CHANGED));
    }

    @Test
    void anotherKeyProvesNothing() throws IOException {
        fill(3);
        Files.writeString(keyFile(), "ab".repeat(32) + " 0 " + "0".repeat(64));
        start();
        assertThat(audit.verify().finding()).isEqualTo(new Finding(1, CHANGED));
    }

    @Test
    void aKeyFileThatIsNoneStopsTheStartInWords() throws IOException {
        Files.writeString(keyFile(), "abcd 0 0");
        assertThatThrownBy(this::start)
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("bulkhead.audit.key-file")
                .hasMessageContaining("is no key of the audit record");
    }

    @Test
    void theKeyIsForItsOwnersEyesOnly() throws IOException {
        fill(1);
        audit.anchor().write();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        String secret = Files.readString(keyFile()).substring(0, 64);
        assertThat(folder.resolve("data/audit.key.head")).content().doesNotContain(secret);
    }

    @Test
    void whatStoodThereBeforeTheChainIsTakenIntoItOnce() {
        DataSource old = TestOperations.database();
        JdbcClient.create(old)
                .sql("insert into audit_unchained (at, actor, address, verb, target, outcome, detail)"
                        + " values (current_timestamp, 'ada', '::1', 'console.open', 'lab.x', 'done', 'SCREEN')")
                .update();

        TestAudit first = TestAudit.over(old, folder.resolve("old.key"));
        TestAudit second = TestAudit.over(old, folder.resolve("old.key"));

        assertThat(first.store().find(1).orElseThrow().entry()).satisfies(entry -> {
            assertThat(entry.origin().actor()).isEqualTo("ada");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.DONE);
        });
        assertThat(second.search().list(AuditQuery.ALL, 0, 10))
                .filteredOn(row -> row.entry().verb().equals("console.open"))
                .hasSize(1);
        assertThat(second.verify().isIntact()).isTrue();
    }

    /** Case E6. */
    @Test
    void whatCannotBeWrittenThrowsOrIsKeptAndTheChainRecoversByItself() {
        fill(2);
        jdbc.sql("alter table audit rename to audit_away").update();
        assertThatThrownBy(() -> audit.trail().record(entry("start", "a"))).isInstanceOf(DataAccessException.class);
        audit.trail().tell(entry("told", "b"));
        assertThatThrownBy(() -> audit.trail().record(entry("start", "c"))).isInstanceOf(DataAccessException.class);

        jdbc.sql("alter table audit_away rename to audit").update();
        audit.trail().record(entry("stop", "d"));

        assertThat(audit.search().list(AuditQuery.ALL, 0, 10))
                .extracting(row -> row.entry().verb())
                .containsExactly("stop", "told", "start", "start");
        assertThat(audit.verify().isIntact()).isTrue();
    }

    @Test
    void aStatementThatFailedAfterItsRowWasWrittenDoesNotForkTheChain() {
        fill(2);
        AuditChain sameKey =
                new AuditChain(new AuditFiles(keyFile()).key().orElseThrow().secret());
        AuditEntry entry = entry("start", "a").cleaned();
        audit.store().insert(sameKey.next(audit.trail().head(), entry));

        // The same row once more fails as a duplicate: as if the answer to the first had been lost.
        assertThatThrownBy(() -> audit.trail().record(entry)).isInstanceOf(DataAccessException.class);
        audit.trail().record(entry("stop", "a"));

        assertThat(audit.verify().rows()).isEqualTo(4);
        assertThat(audit.verify().isIntact()).isTrue();
    }

    @Test
    void rowsOfManyThreadsFormOneChain() {
        IntStream.range(0, 300).parallel().forEach(i -> audit.trail().record(entry("start", "g" + i)));
        assertThat(audit.verify().rows()).isEqualTo(300);
        assertThat(audit.verify().isIntact()).isTrue();
    }

    @Test
    void filtersFindWhatTheyName() {
        fill(3);
        audit.trail()
                .tell(AuditEntry.now(
                        Origin.SYSTEM, "delete", new AuditTarget("lab.9", "DB-Primary"), AuditOutcome.FAILED, null));

        assertThat(count(new AuditQuery(
                        java.util.Set.of("ada"), java.util.Set.of(), java.util.Set.of(), "", null, null)))
                .isEqualTo(3);
        assertThat(count(filter("db-prim"))).isEqualTo(1);
        assertThat(count(filter("lab.9"))).isEqualTo(1);
        assertThat(count(filter("%"))).isZero();
        assertThat(audit.search().verbs()).containsExactly("delete", "start");
        assertThat(audit.search().before(AuditQuery.ALL, 3, 10))
                .extracting(AuditRow::seq)
                .containsExactly(2L, 1L);
    }

    private static AuditQuery filter(String target) {
        return new AuditQuery(java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), target, null, null);
    }

    private int count(AuditQuery query) {
        return audit.search().count(query);
    }
}
