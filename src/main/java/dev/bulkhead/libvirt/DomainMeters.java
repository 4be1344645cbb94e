package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a domain uses, of libvirt's figures (virConnectGetAllDomainStats): sizes in KiB, times in nanoseconds; devices added up. */
final class DomainMeters {

    private static final long KIBIBYTE = 1024;

    private DomainMeters() {}

    static Sample of(Instant at, TypedParameters parameters) {
        Sample.Builder sample = new Sample.Builder()
                .put(Meter.CPU_TIME, parameters.number("cpu.time"))
                .put(Meter.MEMORY_USED, bytes(memoryUsed(parameters)))
                .put(Meter.MEMORY_CACHE, bytes(parameters.number("balloon.disk_caches")))
                .put(Meter.MEMORY_LIMIT, bytes(parameters.number("balloon.current")));
        for (int i = 0; i < devices(parameters, "block.count"); i++) {
            addDisk(sample, parameters, "block." + i + ".");
        }
        for (int i = 0; i < devices(parameters, "net.count"); i++) {
            addInterface(sample, parameters, "net." + i + ".");
        }
        return sample.at(at);
    }

    /** The same, part by part. */
    static List<Part> parts(Instant at, TypedParameters parameters) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < devices(parameters, "vcpu.maximum"); i++) {
            Long time = parameters.number("vcpu." + i + ".time");
            // Numbers of those that are unplugged are left out.
            if (time != null) {
                Sample.Builder sample = new Sample.Builder().put(Meter.CPU_TIME, time);
                parts.add(new Part(Part.Kind.CPU, String.valueOf(i), sample.at(at)));
            }
        }
        for (int i = 0; i < devices(parameters, "block.count"); i++) {
            String block = "block." + i + ".";
            Sample.Builder sample = addDisk(new Sample.Builder(), parameters, block);
            parts.add(new Part(Part.Kind.DISK, parameters.text(block + "name"), sample.at(at)));
        }
        for (int i = 0; i < devices(parameters, "net.count"); i++) {
            String nic = "net." + i + ".";
            Sample.Builder sample = addInterface(new Sample.Builder(), parameters, nic);
            parts.add(new Part(Part.Kind.INTERFACE, parameters.text(nic + "name"), sample.at(at)));
        }
        return parts;
    }

    private static Sample.Builder addDisk(Sample.Builder sample, TypedParameters parameters, String block) {
        return sample.add(Meter.DISK_READ_BYTES, parameters.number(block + "rd.bytes"))
                .add(Meter.DISK_WRITTEN_BYTES, parameters.number(block + "wr.bytes"))
                .add(Meter.DISK_READS, parameters.number(block + "rd.reqs"))
                .add(Meter.DISK_WRITES, parameters.number(block + "wr.reqs"))
                .add(Meter.DISK_READ_TIME, parameters.number(block + "rd.times"))
                .add(Meter.DISK_WRITE_TIME, parameters.number(block + "wr.times"));
    }

    private static Sample.Builder addInterface(Sample.Builder sample, TypedParameters parameters, String nic) {
        return sample.add(Meter.NETWORK_IN_BYTES, parameters.number(nic + "rx.bytes"))
                .add(Meter.NETWORK_OUT_BYTES, parameters.number(nic + "tx.bytes"))
                .add(Meter.NETWORK_IN_PACKETS, parameters.number(nic + "rx.pkts"))
                .add(Meter.NETWORK_OUT_PACKETS, parameters.number(nic + "tx.pkts"))
                .add(Meter.NETWORK_IN_DROPS, parameters.number(nic + "rx.drop"))
                .add(Meter.NETWORK_OUT_DROPS, parameters.number(nic + "tx.drop"));
    }

    /** For drivers without bulk statistics. */
    static Sample of(Instant at, DomainStats stats) {
        return new Sample.Builder()
                .put(Meter.CPU_TIME, stats.cpuNanos())
                .put(Meter.MEMORY_LIMIT, bytes(stats.memoryKib()))
                .at(at);
    }

    /** What the guest uses where its balloon driver tells, else what its process holds. In KiB. */
    private static @Nullable Long memoryUsed(TypedParameters parameters) {
        Long available = parameters.number("balloon.available");
        Long usable = parameters.number("balloon.usable");
        Long unused = usable == null ? parameters.number("balloon.unused") : usable;
        if (available != null && unused != null && unused <= available) {
            return available - unused;
        }
        return parameters.number("balloon.rss");
    }

    private static int devices(TypedParameters parameters, String field) {
        return Math.min(parameters.count(field), DomainStats.MOST_DEVICES);
    }

    private static @Nullable Long bytes(@Nullable Long kibibytes) {
        return kibibytes == null ? null : kibibytes * KIBIBYTE;
    }
}
