package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.AllChanged;
import dev.bulkhead.engine.Change.Lost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToldTest {

    private final List<Change> heard = new ArrayList<>();
    private final Told told = new Told(heard::add);

    @Test
    void theLossIsTheLastWordAndSaidOnce() {
        told.tell(new AllChanged());

        assertThat(told.end(new Lost("first"))).isTrue();
        assertThat(told.end(new Lost("second"))).isFalse();
        told.tell(new AllChanged());

        assertThat(heard).containsExactly(new AllChanged(), new Lost("first"));
    }

    @Test
    void afterAnEndWithoutAWordThereIsNone() {
        assertThat(told.end()).isTrue();
        assertThat(told.end()).isFalse();
        assertThat(told.end(new Lost("late"))).isFalse();
        told.tell(new AllChanged());

        assertThat(heard).isEmpty();
    }
}
