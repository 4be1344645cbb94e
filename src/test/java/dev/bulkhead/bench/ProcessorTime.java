package dev.bulkhead.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes took of the processors so far, in seconds, as the kernel counts it: by hundredths. */
final class ProcessorTime {

    private static final double TICKS_A_SECOND = 100;
    /** The process's own, in user mode and in the kernel; then the same of its children that have ended. */
    private static final int FIRST = 11;

    private ProcessorTime() {}

    static double of(ProcessHandle process) {
        return seconds(process, 2);
    }

    /** Of a process and of all that it started, whether that has ended or not. */
    static double ofAll(ProcessHandle process) {
        return seconds(process, 4)
                + process.descendants().mapToDouble(child -> seconds(child, 4)).sum();
    }

    private static double seconds(ProcessHandle process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] all = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = FIRST; field < FIRST + fields; field++) {
                ticks += Long.parseLong(all[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
