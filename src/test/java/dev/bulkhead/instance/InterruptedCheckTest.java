package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Actor;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import dev.bulkhead.host.TestRegistry;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import dev.bulkhead.operation.Operations;
import dev.bulkhead.operation.TestOperations;
import dev.bulkhead.testing.OnEachDatabase;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case E8: after an end in the middle, what the engine says is written, and nothing is claimed or done again. */
@OnEachDatabase
class InterruptedCheckTest {

    private static final EngineId ENGINE = new EngineId("local-docker");

    private final FakeFactory factory = new FakeFactory(EngineKind.DOCKER);
    private final FakeBackend backend = factory.backend(ENGINE);
    private final DataSource database = TestOperations.database();

    @Test
    void theEngineIsAskedOnceItAnswersAndItsWordIsWritten() {
        factory.discovering(URI.create("fake:x"));
        Operation known = interrupted(ENGINE + "." + backend.add("web", InstanceState.PAUSED));
        Operation gone = interrupted(ENGINE + ".gone");
        Operation elsewhere = interrupted("other-docker.web");

        Operations next = TestOperations.over(database, 2);
        OperationService service = TestOperations.service(database, next);
        try (TestRegistry registry = TestRegistry.start(List.of(factory), List.of(new InterruptedCheck(next)))) {
            await().until(() -> next.unsettled(ENGINE + ".").isEmpty());
        }

        assertThat(outcomes(known)).containsExactly("INTENT", "INTERRUPTED", "FOUND");
        assertThat(service.find(known.id()).orElseThrow()).satisfies(operation -> {
            assertThat(operation.state()).isEqualTo(OperationState.INTERRUPTED);
            assertThat(operation.message()).endsWith("Asked afterwards, the engine said: paused.");
        });
        assertThat(service.find(gone.id()).orElseThrow().message()).endsWith("there is no such instance any more.");
        assertThat(service.find(elsewhere.id()).orElseThrow().message()).contains("has not been asked yet");
        assertThat(backend.guests()).hasSize(1);
    }

    /** In a run that ends before it does. */
    private Operation interrupted(String target) {
        Operations run = TestOperations.over(database, 2);
        CountDownLatch begun = new CountDownLatch(1);
        Operation operation = run.submit(new Operations.Request("start", target, "web", "e"), new Actor("ada"), () -> {
            begun.countDown();
            awaitQuietly(new CountDownLatch(1));
        });
        awaitQuietly(begun);
        return operation;
    }

    private List<String> outcomes(Operation operation) {
        return JdbcClient.create(database)
                .sql("select outcome from audit where operation = ? order by seq")
                .param(operation.id())
                .query(String.class)
                .list();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
