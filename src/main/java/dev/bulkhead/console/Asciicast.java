package dev.bulkhead.console;

import dev.bulkhead.engine.TerminalSize;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes asciicast v2 (https://docs.asciinema.org/manual/asciicast/v2/): a header and then one JSON array a line. Characters that
 * arrive in pieces are kept until they are whole. One thread writes.
 */
final class Asciicast implements Closeable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_CHARACTER = 4;
    private static final double MILLIS = 1000.0;

    private final OutputStream out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long lastMillis;

    Asciicast(OutputStream out, TerminalSize size, Instant started, String title) throws IOException {
        this.out = new BufferedOutputStream(out);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("version", 2);
        header.put("width", size.columns());
        header.put("height", size.rows());
        header.put("timestamp", started.getEpochSecond());
        header.put("title", title);
        header.put("env", Map.of("TERM", "xterm-256color"));
        line(header);
    }

    void output(long millis, ByteBuffer bytes) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.remaining())
                .put(rest)
                .put(bytes)
                .flip();
        CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
        decoder.decode(all, text, false);
        rest = all.slice();
        event(millis, "o", text.flip().toString());
    }

    void input(long millis, String text) throws IOException {
        event(millis, "i", text);
    }

    void resized(long millis, TerminalSize size) throws IOException {
        event(millis, "r", size.columns() + "x" + size.rows());
    }

    /** A remark for people at that place. */
    void marker(long millis, String text) throws IOException {
        event(millis, "m", text);
    }

    /** What is written so far survives a crash of ours. */
    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            CharBuffer text = CharBuffer.allocate(LONGEST_CHARACTER);
            decoder.decode(rest, text, true);
            decoder.flush(text);
            event(lastMillis, "o", text.flip().toString());
        }
    }

    private void event(long millis, String code, String text) throws IOException {
        lastMillis = millis;
        if (!text.isEmpty()) {
            line(List.of(millis / MILLIS, code, text));
        }
    }

    private void line(Object value) throws IOException {
        out.write(JSON.writeValueAsBytes(value));
        out.write('\n');
    }
}
