package dev.bulkhead.libvirt;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A message's header: its length, then six numbers of four bytes.
 *
 * @param length of what follows the header
 * @param serial ties replies and streams to their call
 */
record DaemonMessage(int length, int procedure, int type, int serial, int status) {

    static final int CALL = 0;
    static final int REPLY = 1;
    static final int STREAM = 3;

    static final int OK = 0;
    static final int ERROR = 1;
    static final int CONTINUE = 2;

    static final int HEADER = 28;

    private static final int PROGRAM = 0x20008086;
    private static final int VERSION = 1;

    /** Libvirt's own limit. */
    private static final int LONGEST = 32 * 1024 * 1024;

    static DaemonMessage read(ByteBuffer header) throws IOException {
        int length = header.getInt(0) - HEADER;
        if (length < 0 || length > LONGEST) {
            throw new IOException("libvirt sent a message of an impossible length");
        }
        boolean ours = header.getInt(4) == PROGRAM;
        return new DaemonMessage(
                length, header.getInt(12), ours ? header.getInt(16) : -1, header.getInt(20), header.getInt(24));
    }

    ByteBuffer header() {
        return ByteBuffer.allocate(HEADER)
                .putInt(HEADER + length)
                .putInt(PROGRAM)
                .putInt(VERSION)
                .putInt(procedure)
                .putInt(type)
                .putInt(serial)
                .putInt(status)
                .flip();
    }
}
