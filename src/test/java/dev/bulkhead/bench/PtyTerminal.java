package dev.bulkhead.bench;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command on a terminal of the kernel's, as a terminal emulator runs it. */
final class PtyTerminal implements Terminal {

    private static final C LIBRARY = Native.load("c", C.class);
    /** Of Linux: to read and write, not our own controlling terminal, not for processes that we start. */
    private static final int FLAGS = 0x2 | 0x100 | 0x80000;

    private static final int POLLIN = 1;
    private static final int PATIENCE_MILLIS = 15_000;

    private final int master;
    private final Process process;
    private final byte[] buffer = new byte[64 * 1024];

    /** What of the C library is needed. */
    interface C extends Library {
        int posix_openpt(int flags) throws LastErrorException;

        int grantpt(int descriptor) throws LastErrorException;

        int unlockpt(int descriptor) throws LastErrorException;

        int ptsname_r(int descriptor, byte[] name, long size) throws LastErrorException;

        /** @param descriptor one that is asked about, and which events, in the lower half of its second number */
        int poll(int[] descriptor, long count, int millis) throws LastErrorException;

        long read(int descriptor, byte[] bytes, long size) throws LastErrorException;

        long write(int descriptor, byte[] bytes, long size) throws LastErrorException;

        int close(int descriptor) throws LastErrorException;
    }

    PtyTerminal(List<String> command) throws IOException {
        master = LIBRARY.posix_openpt(FLAGS);
        LIBRARY.grantpt(master);
        LIBRARY.unlockpt(master);
        byte[] name = new byte[64];
        LIBRARY.ptsname_r(master, name, name.length);
        // The first to open it in a session of its own has it as its controlling terminal.
        List<String> all = new ArrayList<>(List.of(
                "setsid",
                "sh",
                "-c",
                "exec \"$@\" <>\"$0\" >&0 2>&0",
                Native.toString(name, StandardCharsets.US_ASCII)));
        all.addAll(command);
        process = new ProcessBuilder(all).start();
    }

    @Override
    public void type(byte[] bytes) throws IOException {
        try {
            for (int from = 0; from < bytes.length; ) {
                byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
                from += (int) LIBRARY.write(master, piece, piece.length);
            }
        } catch (LastErrorException failure) {
            throw new IOException("No typing at " + process, failure);
        }
    }

    @Override
    public byte[] read() throws IOException {
        try {
            if (LIBRARY.poll(new int[] {master, POLLIN}, 1, PATIENCE_MILLIS) == 0) {
                throw new IOException("Nothing came from " + process);
            }
            return Arrays.copyOf(buffer, (int) LIBRARY.read(master, buffer, buffer.length));
        } catch (LastErrorException closed) {
            EOFException end = new EOFException("Ended: " + process);
            end.initCause(closed);
            throw end;
        }
    }

    @Override
    public double processorSeconds() {
        return ProcessorTime.ofAll(process.toHandle());
    }

    @Override
    public void close() {
        // The kernel hangs up on whoever is left there.
        LIBRARY.close(master);
    }
}
