package dev.bulkhead.docker;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The content of an answer in HTTP's chunked coding, which engines use where nothing can be sent back. */
final class ChunkedBody implements ByteSource {

    private static final int LONGEST_LINE = 4096;

    private final PeekedSource coded;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(PeekedSource coded) {
        this.coded = coded;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = coded.read(buffer, left);
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun && !line().isEmpty()) {
            throw new IOException("The engine's chunk is longer than it said");
        }
        begun = true;
        String size = line();
        int extension = size.indexOf(';');
        try {
            left = Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
        } catch (NumberFormatException e) {
            throw new IOException("The engine's chunk has no size", e);
        }
        if (left < 0) {
            throw new IOException("The engine's chunk has a size below nothing");
        }
        // Trailers may follow the last one; nobody asked for them.
        ended = left == 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int value = coded.require(); value != '\n'; value = coded.require()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("The engine's chunk begins with too long a line");
            }
            line.append((char) value);
        }
        return line.toString().strip();
    }
}
