package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What many instances used, made up, and always the same: a quarter of them rests, one follows the day, one is steadily busy and one
 * works at night. Each has its own level, and noise of a tenth. Memory is held in pages, limits stand still, nothing is dropped.
 */
final class HistoryTrace {

    static final List<Meter> METERS =
            Arrays.stream(Meter.values()).filter(Meter::isOfInstances).toList();

    private static final double DAY = 86_400;
    private static final int PAGE = 4096;
    private static final double NOISE = 0.1;

    private final Random random;

    HistoryTrace(long seed) {
        this.random = new Random(seed);
    }

    /** The use of a meter at that moment: of a counter its growth a second. */
    double use(int instance, Meter meter, long second) {
        double load = load(instance, second) * (1 + NOISE * random.nextGaussian());
        return switch (meter) {
            case CPU_TIME -> Math.max(0, 2e9 * load);
            case MEMORY_USED -> PAGE * Math.rint(1e5 * (1 + instance % 7 + load));
            case MEMORY_CACHE -> PAGE * Math.rint(2e4 * (1 + instance % 5));
            case MEMORY_LIMIT -> 4L << 30;
            case PROCESSES -> 5 + instance % 20;
            case NETWORK_IN_DROPS, NETWORK_OUT_DROPS -> 0;
            case DISK_READS, DISK_WRITES, NETWORK_IN_PACKETS, NETWORK_OUT_PACKETS ->
                Math.rint(1000 * Math.max(0, load - 0.05));
            default -> Math.rint(1e7 * Math.max(0, load - 0.05));
        };
    }

    /** From 0, resting, to 1. */
    private static double load(int instance, long second) {
        double time = second % DAY / DAY;
        return switch (instance % 4) {
            case 0 -> 0.01;
            case 1 -> (1 + Math.sin(2 * Math.PI * (time - 0.25))) / 2;
            case 2 -> 0.7;
            default -> time < 0.1 ? 1 : 0.02;
        };
    }
}
