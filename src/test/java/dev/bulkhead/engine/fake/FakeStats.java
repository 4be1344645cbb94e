package dev.bulkhead.engine.fake;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every guest uses half a CPU from its start on, half of its memory, and reads and receives without end. */
final class FakeStats implements Stats {

    /** As many bytes a millisecond. */
    private static final long KIBIBYTES_PER_SECOND = 64;

    private final FakeBackend backend;

    FakeStats(FakeBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Sample> sample(Collection<String> localIds) {
        backend.answer();
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (String localId : localIds) {
            backend.guest(localId)
                    .filter(guest -> guest.state() == InstanceState.RUNNING)
                    .ifPresent(guest -> samples.put(localId, sample(guest)));
        }
        return samples;
    }

    /** One CPU, which all that it uses is of. */
    @Override
    public List<Part> parts(String localId) {
        return sample(List.of(localId)).values().stream()
                .map(sample -> new Part(Part.Kind.CPU, "0", sample))
                .toList();
    }

    private static Sample sample(Instance guest) {
        Instant now = Instant.now();
        Instant started = Objects.requireNonNullElse(guest.started(), now);
        ByteSize memory = Objects.requireNonNullElse(guest.memory(), ByteSize.ofMebibytes(256));
        Duration running = Duration.between(started, now);
        return new Sample.Builder()
                .put(Meter.CPU_TIME, running.dividedBy(2).toNanos())
                .put(Meter.MEMORY_USED, memory.bytes() / 2)
                .put(Meter.MEMORY_LIMIT, memory.bytes())
                .put(Meter.DISK_READ_BYTES, running.toMillis() * KIBIBYTES_PER_SECOND)
                .put(Meter.NETWORK_IN_BYTES, running.toMillis() * KIBIBYTES_PER_SECOND)
                .at(now);
    }
}
