package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.testing.OnEachDatabase;
import dev.bulkhead.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Quota, age, and what a crash left. */
@OnEachDatabase
class RecordingSweepTest {

    private static final RecordingSettings SETTINGS =
            new RecordingSettings(RecordingPolicy.ON_DEMAND, false, DataSize.ofBytes(100), Duration.ofDays(30));

    @TempDir
    private Path data;

    private RecordingStore store;
    private RecordingFiles files;
    private RecordingSweep sweep;

    @BeforeEach
    void open() {
        store = new RecordingStore(JdbcClient.create(TestDatabase.fresh()));
        files = new RecordingFiles(data, SETTINGS);
        ScreenRecorders noScreens = new ScreenRecorders(null, null);
        sweep = new RecordingSweep(SETTINGS, store, files, new Recorders(SETTINGS, store, files, noScreens));
    }

    private static Recording unwritten(Instant begun) {
        return new Recording(
                UUID.randomUUID(),
                new InstanceId(new EngineId("lab"), "x"),
                "guest",
                ConsoleKind.EXEC,
                "ada",
                begun,
                null,
                0,
                "");
    }

    /** Of so many bytes, begun so many days ago. */
    private Recording recording(int bytes, int days, boolean ended) throws IOException {
        Instant begun = Instant.now().minus(Duration.ofDays(days));
        Recording recording = unwritten(begun);
        try (OutputStream file = files.create(recording)) {
            file.write("-".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        store.insert(recording);
        if (ended) {
            store.end(recording.ended(begun.plusSeconds(9), bytes, "ada, bob"));
        }
        return recording;
    }

    @Test
    void theOldestMakeRoomWithTheirFiles() throws IOException {
        Recording oldest = recording(40, 3, true);
        Recording older = recording(40, 2, true);
        Recording newest = recording(50, 1, true);
        sweep.sweep();

        assertThat(store.list()).extracting(Recording::id).containsExactly(newest.id(), older.id());
        assertThat(files.path(oldest)).doesNotExist();
        assertThat(files.path(older)).exists();
    }

    @Test
    void whatGoesOnCountsAndStays() throws IOException {
        Recording running = recording(90, 40, false);
        recording(20, 1, true);
        Recording small = recording(10, 0, true);
        sweep.sweep();

        assertThat(store.list()).extracting(Recording::id).contains(running.id(), small.id());
    }

    @Test
    void whatIsTooOldGoes() throws IOException {
        recording(1, 31, true);
        Recording kept = recording(1, 29, true);
        sweep.sweep();

        assertThat(store.list()).extracting(Recording::id).containsExactly(kept.id());
    }

    @Test
    void theOldestOfVeryManySmallOnesGo() {
        Instant now = Instant.now();
        Recording oldest = unwritten(now.minusSeconds(RecordingSweep.MOST));
        for (int age = 0; age < RecordingSweep.MOST; age++) {
            insertEnded(unwritten(now.minusSeconds(age)));
        }
        insertEnded(oldest);
        sweep.sweep();

        assertThat(store.list())
                .hasSize(RecordingSweep.MOST)
                .extracting(Recording::id)
                .doesNotContain(oldest.id());
    }

    private void insertEnded(Recording recording) {
        store.insert(recording);
        store.end(recording.ended(recording.startedAt(), 0, ""));
    }

    @Test
    void noneGrowsBeyondTheQuota() {
        Assertions.assertThatIOException().isThrownBy(() -> recording(101, 0, true));
    }

    @Test
    void whatIsWrittenAtTheSameTimeStaysWithinTheQuotaTogether() throws IOException {
        try (OutputStream first = files.create(unwritten(Instant.now()));
                OutputStream second = files.create(unwritten(Instant.now()))) {
            first.write(new byte[60]);
            Assertions.assertThatIOException().isThrownBy(() -> second.write(new byte[41]));
            second.write(new byte[40]);
        }
        assertThat(files.size(recording(100, 0, true))).isEqualTo(100);
    }

    @Test
    void aCrashLeavesWhatIsThereAndNoHalfLine() throws IOException {
        Recording torn = recording(0, 0, false);
        Files.writeString(files.path(torn), "{\"version\":2}\n[0.1,\"o\",\"whole\"]\n[0.2,\"o\",\"ha");
        Recording missing = recording(0, 0, false);
        Files.delete(files.path(missing));
        sweep.closeUnfinished();

        assertThat(Files.readString(files.path(torn))).isEqualTo("{\"version\":2}\n[0.1,\"o\",\"whole\"]\n");
        Recording closed = store.find(torn.id()).orElseThrow();
        assertThat(closed.endedAt()).isNotNull();
        assertThat(closed.bytes()).isEqualTo(Files.size(files.path(torn)));
        assertThat(store.find(missing.id())).isEmpty();
    }
}
