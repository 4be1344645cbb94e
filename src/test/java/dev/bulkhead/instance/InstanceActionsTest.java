package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Actor;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import dev.bulkhead.host.TestRegistry;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import dev.bulkhead.operation.Operations;
import dev.bulkhead.operation.TestOperations;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceActionsTest {

    private static final EngineId ENGINE = new EngineId("local-docker");
    private static final Actor ADA = new Actor("ada");

    private final FakeFactory factory = new FakeFactory(EngineKind.DOCKER);
    private final FakeBackend backend = factory.backend(ENGINE);
    private final InstanceInventory inventory = new InstanceInventory();
    private final InventoryFeed feed = new InventoryFeed(inventory, new InstanceEvents());
    private final DataSource database = TestOperations.database();
    private final Operations operations = TestOperations.over(database, 2);
    private final OperationService service = TestOperations.service(database, operations);
    private TestRegistry registry;
    private InstanceActions actions;
    private InstanceId web;

    @BeforeEach
    void start() {
        factory.discovering(URI.create("fake:x"));
        web = new InstanceId(ENGINE, backend.add("web", InstanceState.STOPPED));
        registry = TestRegistry.start(List.of(factory), List.of(feed));
        actions = new InstanceActions(inventory, feed, registry.registry(), operations);
        await().until(() -> inventory.find(web).isPresent());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void anActionIsTrackedAndTheEnginesReportChangesTheState() {
        Operation operation = actions.perform(web, Action.START, ADA);

        assertThat(operation.verb()).isEqualTo("start");
        assertThat(operation.targetName()).isEqualTo("web");
        await().until(() -> inventory.find(web).orElseThrow().instance().state() == InstanceState.RUNNING);
        await().until(() -> service.find(operation.id()).orElseThrow().state() == OperationState.SUCCEEDED);
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedWithoutAskingTheEngine() {
        EngineException refusal = refused(web, Action.PAUSE);

        assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(refusal).hasMessage("The instance is stopped: pause is not possible now");
        assertThat(service.count(OperationQuery.newest(1))).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(refused(new InstanceId(ENGINE, "nobody"), Action.START).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(refused(new InstanceId(new EngineId("no-engine"), "x"), Action.START)
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void nothingIsAskedOfAnEngineThatIsDown() {
        backend.die();
        await().until(() -> inventory.find(web).orElseThrow().stale() != null);

        assertThat(refused(web, Action.START).kind()).isEqualTo(ErrorKind.UNREACHABLE);
    }

    @Test
    void anEnginesRefusalEndsTheTaskWithItsWords() {
        backend.failWith(ErrorKind.LIMIT);
        Operation operation = actions.perform(web, Action.START, ADA);

        await().until(() -> service.find(operation.id()).orElseThrow().state() == OperationState.FAILED);
        assertThat(service.find(operation.id()).orElseThrow().errorKind()).isEqualTo("LIMIT");
    }

    private EngineException refused(InstanceId id, Action action) {
        return catchThrowableOfType(EngineException.class, () -> actions.perform(id, action, ADA));
    }
}
