package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One reading of each container: by its control groups where the engine is on this machine, else from the engine, which has no bulk
 * call for it, so that a few are asked at a time.
 */
final class DockerStats implements Stats {

    private static final int AT_A_TIME = 4;
    /** Control groups version 2 call it {@code inactive_file}. */
    private static final String OF_VERSION_1 = "total_inactive_file";

    private static final String DISK_BYTES = "io_service_bytes_recursive";
    private static final List<Meter> DISK =
            List.of(Meter.DISK_READ_BYTES, Meter.DISK_WRITTEN_BYTES, Meter.DISK_READS, Meter.DISK_WRITES);

    private final DockerApi api;
    private final ControlGroups groups;

    DockerStats(DockerApi api, ControlGroups groups) {
        this.api = api;
        this.groups = groups;
    }

    @Override
    public Map<String, Sample> sample(Collection<String> localIds) {
        List<String> ids =
                localIds.stream().filter(ContainerIds::isId).distinct().toList();
        Map<String, Sample> samples = groups.read(ids);
        List<String> asked = ids.stream().filter(id -> !samples.containsKey(id)).toList();
        if (!asked.isEmpty()) {
            samples.putAll(ask(asked));
        }
        return samples;
    }

    /** By the kernel's numbers of disks, and the container's own names of its interfaces. */
    @Override
    public List<Part> parts(String localId) {
        if (!ContainerIds.isId(localId)) {
            return List.of();
        }
        try {
            return parts(api.read(path(localId)));
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.UNREACHABLE || failure.kind() == ErrorKind.DENIED) {
                throw failure;
            }
            return List.of();
        }
    }

    private static List<Part> parts(JsonNode json) {
        Instant at = EngineTime.parse(json.path("read"));
        if (at == null) {
            return List.of();
        }
        Map<String, Sample.Builder> disks = new TreeMap<>();
        for (JsonNode entry : json.path("blkio_stats").path(DISK_BYTES)) {
            String number =
                    entry.path("major").asInt(0) + ":" + entry.path("minor").asInt(0);
            addRequest(
                    disks.computeIfAbsent(number, fresh -> new Sample.Builder()),
                    entry,
                    Meter.DISK_READ_BYTES,
                    Meter.DISK_WRITTEN_BYTES);
        }
        List<Part> parts = new ArrayList<>();
        disks.forEach((number, disk) -> parts.add(new Part(Part.Kind.DISK, number, disk.at(at))));
        json.path("networks").properties().forEach(nic -> {
            Sample.Builder sample = new Sample.Builder();
            addNic(sample, nic.getValue());
            parts.add(new Part(Part.Kind.INTERFACE, Text.cut(nic.getKey(), Text.LONGEST), sample.at(at)));
        });
        return parts;
    }

    private static String path(String id) {
        return "/containers/" + id + "/stats?stream=false&one-shot=true";
    }

    private Map<String, Sample> ask(List<String> ids) {
        Map<String, Future<Optional<Sample>>> readings = new HashMap<>();
        try (ExecutorService readers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            ids.forEach(id -> readings.put(id, readers.submit(() -> ask(id))));
            return gather(readings);
        }
    }

    private Optional<Sample> ask(String id) {
        try {
            return sample(api.read(path(id)));
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.UNREACHABLE || failure.kind() == ErrorKind.DENIED) {
                throw failure;
            }
            // Gone, just stopped, or in a state in which its counters cannot be read.
            return Optional.empty();
        }
    }

    private Map<String, Sample> gather(Map<String, Future<Optional<Sample>>> readings) {
        Map<String, Sample> samples = new HashMap<>();
        try {
            for (Map.Entry<String, Future<Optional<Sample>>> reading : readings.entrySet()) {
                reading.getValue().get().ifPresent(sample -> samples.put(reading.getKey(), sample));
            }
            return samples;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof EngineException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw api.errors().of(ErrorKind.TIMEOUT, "The call was given up");
        } finally {
            readings.values().forEach(reading -> reading.cancel(true));
        }
    }

    /** Empty for a container that does not run: the engine then answers with zeros, read in the year 1. */
    static Optional<Sample> sample(JsonNode json) {
        Instant at = EngineTime.parse(json.path("read"));
        JsonNode cpu = json.path("cpu_stats").path("cpu_usage").path("total_usage");
        JsonNode memory = json.path("memory_stats");
        boolean hasMemory = memory.path("usage").asLong(0) > 0;
        if (at == null || (!hasMemory && cpu.asLong(0) == 0)) {
            return Optional.empty();
        }
        Sample.Builder sample = new Sample.Builder()
                .put(Meter.CPU_TIME, cpu.isIntegralNumber() ? cpu.asLong(0) : null)
                .put(Meter.PROCESSES, count(json.path("pids_stats").path("current")));
        if (hasMemory) {
            long used = withoutCache(memory);
            sample.put(Meter.MEMORY_USED, used)
                    .put(Meter.MEMORY_CACHE, memory.path("usage").asLong(0) - used)
                    .put(Meter.MEMORY_LIMIT, count(memory.path("limit")));
        }
        addDisks(sample, json.path("blkio_stats"), memory.path("stats").has(OF_VERSION_1));
        json.path("networks").properties().forEach(nic -> addNic(sample, nic.getValue()));
        return Optional.of(sample.at(at));
    }

    /**
     * One entry a device and kind of request; in capitals with control groups version 1, whose sums are left out. There is none before
     * the first request, which is 0, nor where the kernel does not count, which is unknown and only so with version 1.
     */
    private static void addDisks(Sample.Builder sample, JsonNode disks, boolean mayBeUncounted) {
        if (mayBeUncounted && disks.path(DISK_BYTES).isEmpty()) {
            return;
        }
        DISK.forEach(meter -> sample.put(meter, 0L));
        for (JsonNode entry : disks.path(DISK_BYTES)) {
            addRequest(sample, entry, Meter.DISK_READ_BYTES, Meter.DISK_WRITTEN_BYTES);
        }
        for (JsonNode entry : disks.path("io_serviced_recursive")) {
            addRequest(sample, entry, Meter.DISK_READS, Meter.DISK_WRITES);
        }
    }

    private static void addRequest(Sample.Builder sample, JsonNode entry, Meter read, Meter written) {
        switch (entry.path("op").asString("").toLowerCase(Locale.ROOT)) {
            case "read" -> sample.add(read, count(entry.path("value")));
            case "write" -> sample.add(written, count(entry.path("value")));
            default -> {}
        }
    }

    private static void addNic(Sample.Builder sample, JsonNode nic) {
        sample.add(Meter.NETWORK_IN_BYTES, count(nic.path("rx_bytes")))
                .add(Meter.NETWORK_OUT_BYTES, count(nic.path("tx_bytes")))
                .add(Meter.NETWORK_IN_PACKETS, count(nic.path("rx_packets")))
                .add(Meter.NETWORK_OUT_PACKETS, count(nic.path("tx_packets")))
                .add(Meter.NETWORK_IN_DROPS, count(nic.path("rx_dropped")))
                .add(Meter.NETWORK_OUT_DROPS, count(nic.path("tx_dropped")));
    }

    private static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() ? number.asLong(0) : null;
    }

    /** As {@code docker stats} shows it: without file pages that nothing uses just now. */
    private static long withoutCache(JsonNode memory) {
        long usage = memory.path("usage").asLong(0);
        JsonNode details = memory.path("stats");
        long inactive =
                details.path(OF_VERSION_1).asLong(details.path("inactive_file").asLong(0));
        return inactive < usage ? usage - inactive : usage;
    }
}
