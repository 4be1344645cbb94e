package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimable.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left over on an engine. */
public abstract class ReclaimablesContract extends Contract {

    /** Makes a volume that nothing uses. */
    protected abstract void makeVolume(String name);

    /** Makes a guest, which need not run, that has the volume; returns its local id. */
    protected abstract String makeUser(String volume);

    protected abstract void removeVolume(String name);

    /** Whether the engine tells how large a volume is. */
    protected boolean measuresVolumes() {
        return true;
    }

    @Test
    void aVolumeIsListedForAsLongAsNothingUsesIt() {
        String volume = uniqueName();
        makeVolume(volume);
        assertThat(leftOver(volume)).isPresent().get().satisfies(left -> {
            assertThat(left.kind()).isEqualTo(Kind.VOLUME);
            if (measuresVolumes()) {
                assertThat(left.size()).isNotNull().isLessThan(ByteSize.ofGibibytes(1));
            }
        });
        String user = makeUser(volume);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leftOver(volume)).isEmpty());
        backstage.remove(user);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leftOver(volume)).isPresent());
        removeVolume(volume);
        assertThat(leftOver(volume)).isEmpty();
    }

    protected final Optional<Reclaimable> leftOver(String name) {
        return list().stream().filter(left -> left.name().equals(name)).findFirst();
    }

    protected final List<Reclaimable> list() {
        return engine.reclaimables()
                .orElseThrow(() -> new AssertionError("The engine does not tell what is left over"))
                .list();
    }
}
