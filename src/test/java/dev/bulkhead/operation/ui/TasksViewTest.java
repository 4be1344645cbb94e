package dev.bulkhead.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationState;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TasksViewTest extends PageTest {

    @Autowired
    private InstanceService instances;

    private Operation newest(TaskGrid grid) {
        return test(grid).getRow(0);
    }

    @Test
    void aTaskShowsAsItIsAskedForAndHowItEnds() {
        open("tasks");

        instances.perform(new InstanceId(FakeEngines.id("atlas", EngineKind.LXD), "student-bo"), Action.START);

        eventually(() -> {
            TaskGrid grid = find(TaskGrid.class).single();
            assertThat(newest(grid).targetName()).isEqualTo("student-bo");
            assertThat(newest(grid).actor()).isEqualTo("ada");
            assertThat(newest(grid).state()).isEqualTo(OperationState.SUCCEEDED);
        });
    }

    @Test
    void theFilterStandsInTheAddress() {
        instances.perform(new InstanceId(FakeEngines.id("atlas", EngineKind.LXD), "dns"), Action.PAUSE);
        open("tasks?show=active");
        eventually(() -> assertThat(find(TaskGrid.class).all()).isEmpty());

        open("tasks?show=ended");

        eventually(() ->
                assertThat(newest(find(TaskGrid.class).single()).targetName()).isEqualTo("dns"));
    }
}
