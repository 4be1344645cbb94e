package dev.bulkhead.engine;

import java.util.Optional;

/** A line of {@code /proc/net/dev} (proc_net(5)): what went through a network interface. */
public final class InterfaceCounters {

    private final String name;
    private final long[] counts;

    private InterfaceCounters(String name, long[] counts) {
        this.name = name;
        this.counts = counts;
    }

    /** Empty for the lines of the table's head. */
    public static Optional<InterfaceCounters> parse(String line) {
        int end = line.indexOf(':');
        if (end < 1) {
            return Optional.empty();
        }
        String[] words = line.substring(end + 1).strip().split("\\s+");
        long[] counts = new long[words.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Long.parseLong(words[i]);
        }
        return Optional.of(new InterfaceCounters(line.substring(0, end).strip(), counts));
    }

    public String name() {
        return name;
    }

    public void addTo(Sample.Builder sample) {
        sample.add(Meter.NETWORK_IN_BYTES, counts[0])
                .add(Meter.NETWORK_IN_PACKETS, counts[1])
                .add(Meter.NETWORK_IN_DROPS, counts[3])
                .add(Meter.NETWORK_OUT_BYTES, counts[8])
                .add(Meter.NETWORK_OUT_PACKETS, counts[9])
                .add(Meter.NETWORK_OUT_DROPS, counts[11]);
    }
}
