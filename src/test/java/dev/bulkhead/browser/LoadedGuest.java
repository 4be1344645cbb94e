package dev.bulkhead.browser;

import java.util.Map;

/** A real guest that burns CPU, holds memory, writes to a disk and talks over its network, when it is told to. */
interface LoadedGuest extends AutoCloseable {

    /** Ends all that runs in a guest but its first process and whoever says so. */
    String END_ALL = "kill -9 -1";

    /** What charts show of it. */
    enum Figure {
        /** CPUs busy. */
        CPU(0, 1),
        /** Bytes. */
        MEMORY(1, 1),
        /** Bytes a second. */
        WRITTEN(2, 2),
        IN(3, 1),
        OUT(3, 2);

        /** Which chart of the page. */
        final int chart;
        /** Which line of the chart, from 1. */
        final int line;

        Figure(int chart, int line) {
            this.chart = chart;
            this.line = line;
        }

        /** Whether engines count it, so that it has to be divided by time. */
        boolean isCounted() {
            return this != MEMORY;
        }
    }

    String name();

    /** The address of its page. */
    String path();

    void work();

    void rest();

    /** Seconds of CPU time and bytes so far, by the engine's own word; what it does not tell is not there. */
    Map<Figure, Double> told();

    @Override
    void close();

    /**
     * Lines of shell, each of which begins one load and returns.
     *
     * @param disk that is written to
     * @param peer an address outside of the guest that answers
     */
    static String loads(String disk, String peer) {
        return """
                (while :; do :; done) >/dev/null 2>&1 </dev/null &
                (dd if=/dev/zero bs=32M count=1 | sleep 600) >/dev/null 2>&1 </dev/null &
                (while :; do dd if=/dev/zero of=%s bs=64k count=32 oflag=direct; sleep 0.1; done) >/dev/null 2>&1 </dev/null &
                ping -q -i 0.02 -s 1000 %s >/dev/null 2>&1 </dev/null &
                """.formatted(disk, peer);
    }
}
