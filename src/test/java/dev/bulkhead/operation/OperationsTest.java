package dev.bulkhead.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Actor;
import dev.bulkhead.testing.OnEachDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class OperationsTest {

    private static final Actor ADA = new Actor("ada");

    private final DataSource database = TestOperations.database();
    private final Operations operations = TestOperations.over(database, 2);
    private final OperationService service = TestOperations.service(database, operations);

    @Test
    void theIntentIsOnRecordBeforeTheWorkBegins() {
        AtomicBoolean recorded = new AtomicBoolean();

        Operation operation = operations.submit(start("a"), ADA, () -> recorded.set(rows() == 1));

        await().until(() -> state(operation) == OperationState.SUCCEEDED);
        assertThat(recorded).isTrue();
        Operation ended = service.find(operation.id()).orElseThrow();
        assertThat(ended.actor()).isEqualTo("ada");
        assertThat(ended.startedAt()).isAfterOrEqualTo(ended.requestedAt());
        assertThat(ended.endedAt()).isAfterOrEqualTo(ended.startedAt());
    }

    @Test
    void theRecordHasTheIntentAndTheOutcome() {
        Operation operation = operations.submit(start("a"), ADA, () -> {});
        await().until(() -> outcomes(operation).equals(List.of("INTENT", "DONE")));

        Operation failed = operations.submit(start("a"), ADA, () -> {
            throw new OperationFailure("CONFLICT", "domain is locked", new IllegalStateException());
        });
        await().until(() -> outcomes(failed).equals(List.of("INTENT", "FAILED")));
    }

    /** CASES E6: the same whichever of the two tables cannot be written, and it recovers by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"audit", "operation"})
    void whatCannotBeRecordedIsNotDone(String table) {
        AtomicBoolean done = new AtomicBoolean();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("alter table " + table + " rename to away").update();

        assertThatThrownBy(() -> operations.submit(start("a"), ADA, () -> done.set(true)))
                .isInstanceOf(DataAccessException.class);

        assertThat(operations.active()).isEmpty();
        assertThat(done).isFalse();
        jdbc.sql("alter table away rename to " + table).update();
        Operation again = operations.submit(start("a"), ADA, () -> done.set(true));
        await().until(() -> state(again) == OperationState.SUCCEEDED);
        assertThat(done).isTrue();
    }

    @Test
    void anOutcomeThatCannotBeWrittenIsKeptAndWrittenLater() {
        CountDownLatch goOn = new CountDownLatch(1);
        Operation operation = operations.submit(start("a"), ADA, () -> awaitQuietly(goOn));
        await().until(() -> state(operation) == OperationState.RUNNING);
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("alter table operation rename to operation_away").update();
        goOn.countDown();
        await().until(() -> operations.active().isEmpty());

        jdbc.sql("alter table operation_away rename to operation").update();
        assertThat(storedState(operation)).isEqualTo("RUNNING");
        assertThat(state(operation)).isEqualTo(OperationState.SUCCEEDED);
        operations.saveAgain();
        assertThat(storedState(operation)).isEqualTo("SUCCEEDED");
    }

    @Test
    void anExpectedFailureKeepsTheEnginesWords() {
        Operation operation = operations.submit(start("a"), ADA, () -> {
            throw new OperationFailure("CONFLICT", "domain is locked", new IllegalStateException());
        });

        await().until(() -> state(operation) == OperationState.FAILED);
        Operation failed = service.find(operation.id()).orElseThrow();
        assertThat(failed.errorKind()).isEqualTo("CONFLICT");
        assertThat(failed.message()).isEqualTo("domain is locked");
    }

    /** CASES E12: one wins, the other is told. */
    @Test
    void oneTargetHasOneOperationAtATime() {
        CountDownLatch goOn = new CountDownLatch(1);
        Operation first = operations.submit(start("a"), ADA, () -> awaitQuietly(goOn));

        assertThatThrownBy(() -> operations.submit(start("a"), new Actor("bob"), () -> {}))
                .isInstanceOf(AlreadyUnderWayException.class)
                .hasMessage("Already under way: start by ada");
        assertThat(JdbcClient.create(database)
                        .sql("select detail from audit where outcome = 'REFUSED' and actor = 'bob'")
                        .query(String.class)
                        .list())
                .containsExactly("Already under way: start by ada");
        goOn.countDown();
        await().until(() -> state(first) == OperationState.SUCCEEDED);
        Operation second = operations.submit(start("a"), new Actor("bob"), () -> {});
        await().until(() -> state(second) == OperationState.SUCCEEDED);
    }

    /** CASES E16: a cap, a visible queue, cancel works. */
    @Test
    void aQueueRunsABoundedNumberAtATimeAndWhatWaitsCanBeCancelled() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(operations.submit(start("g" + i), ADA, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                awaitQuietly(goOn);
                running.decrementAndGet();
                ran.incrementAndGet();
            }));
        }
        await().until(() -> running.get() == 2);
        OperationQuery queued = new OperationQuery(Set.of(OperationState.QUEUED), null, 0, 500);
        assertThat(service.count(queued)).isEqualTo(198);

        List<Operation> waiting = service.list(queued);
        waiting.subList(0, 100)
                .forEach(operation -> assertThat(service.cancel(operation.id())).isTrue());
        goOn.countDown();
        await().until(() -> operations.active().isEmpty());

        assertThat(most).hasValue(2);
        assertThat(ran).hasValue(100);
        assertThat(all)
                .filteredOn(operation -> state(operation) == OperationState.CANCELLED)
                .hasSize(100);
        assertThat(service.cancel(all.getFirst().id())).isFalse();
    }

    @Test
    void queuesDoNotWaitForEachOther() {
        CountDownLatch goOn = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            operations.submit(start("hung" + i), ADA, () -> awaitQuietly(goOn));
        }
        Operation other = operations.submit(new Operations.Request("start", "b", "b", "other-engine"), ADA, () -> {});

        await().until(() -> state(other) == OperationState.SUCCEEDED);
        goOn.countDown();
    }

    /** CASES E8: never "succeeded" by assumption, never silently run again. */
    @Test
    void whatWasOpenWhenTheProgramEndedIsInterruptedAfterTheNextStart() {
        CountDownLatch never = new CountDownLatch(1);
        Operation open = operations.submit(start("a"), ADA, () -> awaitQuietly(never));
        await().until(() -> storedState(open).equals("RUNNING"));

        Operations next = TestOperations.over(database, 2);

        Operation found = TestOperations.service(database, next).find(open.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(found.message()).contains("has not been asked yet");
        assertThat(next.active()).isEmpty();
        never.countDown();
    }

    @Test
    void hugeNamesAndMessagesAreCut() {
        Operations.Request request = new Operations.Request("start", "a", "n".repeat(64_000), "e");
        Operation operation = operations.submit(request, ADA, () -> {
            throw new OperationFailure("INTERNAL", "m".repeat(64_000), new IllegalStateException());
        });

        await().until(() -> state(operation) == OperationState.FAILED);
        Operation failed = service.find(operation.id()).orElseThrow();
        assertThat(failed.targetName()).hasSize(300).endsWith("…");
        assertThat(failed.message()).hasSize(2000).endsWith("…");
    }

    private static Operations.Request start(String target) {
        return new Operations.Request("start", target, target, "engine");
    }

    private OperationState state(Operation operation) {
        return service.find(operation.id()).orElseThrow().state();
    }

    private List<String> outcomes(Operation operation) {
        return JdbcClient.create(database)
                .sql("select outcome from audit where operation = ? order by seq")
                .param(operation.id())
                .query(String.class)
                .list();
    }

    private int rows() {
        return JdbcClient.create(database)
                .sql("select count(*) from operation")
                .query(Integer.class)
                .single();
    }

    private String storedState(Operation operation) {
        return JdbcClient.create(database)
                .sql("select state from operation where id = ?")
                .param(operation.id())
                .query(String.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
