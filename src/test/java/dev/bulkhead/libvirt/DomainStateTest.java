package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainStateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1,  1, RUNNING,
                    1,  3, RUNNING,   restored
                    2,  0, RUNNING,
                    3,  1, PAUSED,
                    3,  5, PAUSED,    I/O error
                    3,  8, STOPPING,  shutting down
                    3, 10, CRASHED,   guest crashed
                    3, 11, STARTING,  starting up
                    4,  0, STOPPING,
                    5,  1, STOPPED,
                    5,  2, STOPPED,   powered off
                    5,  3, CRASHED,   crashed
                    5,  6, STOPPED,   failed to start
                    6,  1, CRASHED,   guest panicked
                    7,  0, SUSPENDED, the guest sleeps
                    0,  0, UNKNOWN,   state 0
                   42,  0, UNKNOWN,   state 42
                    5, 99, STOPPED,   reason 99
                    """)
    void meansWhatWeSay(int state, int reason, InstanceState meaning, @Nullable String why) {
        DomainState domain = new DomainState(state, reason, false, true);

        assertThat(domain.meaning()).isEqualTo(meaning);
        assertThat(domain.why()).isEqualTo(why);
    }

    @Test
    void aSavedOneResumes() {
        DomainState saved = new DomainState(5, 5, true, true);

        assertThat(saved.meaning()).isEqualTo(InstanceState.SUSPENDED);
        assertThat(saved.why()).isEqualTo("saved");
        assertThat(saved.actions(Driver.QEMU)).contains(Action.RESUME).doesNotContain(Action.START);
    }

    @Test
    void onlyAStoppedPersistentOneCanBeDeleted() {
        for (int state = 0; state < 8; state++) {
            assertThat(new DomainState(state, 0, false, true)
                            .actions(Driver.QEMU)
                            .contains(Action.DELETE))
                    .isEqualTo(state == 5);
            assertThat(new DomainState(state, 0, false, false).actions(Driver.QEMU))
                    .doesNotContain(Action.DELETE, Action.DELETE_WITH_DISKS);
        }
    }

    @Test
    void aDriverWithoutAResetButtonOffersNone() {
        DomainState running = new DomainState(1, 1, false, true);

        assertThat(running.actions(Driver.QEMU)).contains(Action.RESET);
        assertThat(running.actions(Driver.LXC)).doesNotContain(Action.RESET).contains(Action.RESTART);
    }
}
