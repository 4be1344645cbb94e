package dev.bulkhead.api;

import dev.bulkhead.engine.Meter;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * How Prometheus names a meter: in base units, what is told apart by kind by a label.
 *
 * @param name without the beginning that says whose it is, and without the end that says that it is a counter
 * @param help what it is
 * @param scale base units in one of the meter's
 * @param labels that tell it from others of its name
 */
record ExportedMeter(String name, String help, double scale, Labels labels) {

    private static final double NANO = 1e-9;
    private static final double MILLI = 1e-3;

    static ExportedMeter of(Meter meter) {
        return switch (meter) {
            case CPU_TIME -> seconds("cpu_seconds", "CPU time of all CPUs together");
            case CPU_USER -> mode("user");
            case CPU_SYSTEM -> mode("system");
            case CPU_WAIT -> mode("iowait");
            case CPU_STEAL -> mode("steal");
            case MEMORY_USED -> plain("memory_used_bytes", "Memory without what the kernel would give back at once");
            case MEMORY_CACHE -> plain("memory_cache_bytes", "Memory that holds files only because it is free");
            case MEMORY_LIMIT -> plain("memory_limit_bytes", "Memory that there is for it");
            case SWAP_USED -> plain("swap_used_bytes", "Memory that was moved to a disk");
            case DISK_READ_BYTES -> plain("disk_read_bytes", "Bytes read from disks");
            case DISK_WRITTEN_BYTES -> plain("disk_written_bytes", "Bytes written to disks");
            case DISK_READS -> plain("disk_reads_completed", "Requests to disks for reading");
            case DISK_WRITES -> plain("disk_writes_completed", "Requests to disks for writing");
            case DISK_READ_TIME -> seconds("disk_read_time_seconds", "Time that reading took");
            case DISK_WRITE_TIME -> seconds("disk_write_time_seconds", "Time that writing took");
            case STORAGE_USED -> plain("storage_used_bytes", "Used in all pools together");
            case STORAGE_LIMIT -> plain("storage_size_bytes", "Size of all pools together");
            case NETWORK_IN_BYTES -> plain("network_receive_bytes", "Bytes received");
            case NETWORK_OUT_BYTES -> plain("network_transmit_bytes", "Bytes sent");
            case NETWORK_IN_PACKETS -> plain("network_receive_packets", "Packets received");
            case NETWORK_OUT_PACKETS -> plain("network_transmit_packets", "Packets sent");
            case NETWORK_IN_DROPS -> plain("network_receive_drop", "Packets dropped on their way in");
            case NETWORK_OUT_DROPS -> plain("network_transmit_drop", "Packets dropped on their way out");
            case PROCESSES -> plain("processes", "Processes or tasks");
            case LOAD -> new ExportedMeter("load1", "Tasks that ran or wanted to, over a minute.", MILLI, Labels.EMPTY);
            case PRESSURE_CPU -> pressure("cpu");
            case PRESSURE_MEMORY -> pressure("memory");
            case PRESSURE_DISK -> pressure("io");
            case CPU_PROMISED -> new ExportedMeter("promised_cpus", "CPUs promised to instances.", MILLI, Labels.EMPTY);
            case MEMORY_PROMISED -> plain("memory_promised_bytes", "Memory promised to instances");
            case STORAGE_PROMISED -> plain("storage_promised_bytes", "What volumes may grow to");
        };
    }

    private static ExportedMeter plain(String name, String help) {
        return new ExportedMeter(name, help + ".", 1, Labels.EMPTY);
    }

    private static ExportedMeter seconds(String name, String help) {
        return new ExportedMeter(name, help + ".", NANO, Labels.EMPTY);
    }

    private static ExportedMeter mode(String mode) {
        return new ExportedMeter("cpu_mode_seconds", "CPU time by what it went into.", NANO, Labels.of("mode", mode));
    }

    private static ExportedMeter pressure(String resource) {
        return new ExportedMeter(
                "pressure_waiting_seconds",
                "Time in which some task waited for it.",
                NANO,
                Labels.of("resource", resource));
    }
}
