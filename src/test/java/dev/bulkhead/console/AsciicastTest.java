package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AsciicastTest {

    private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void aRecordingReadsAsTheFormatSays() throws IOException {
        try (Asciicast cast = new Asciicast(file, new TerminalSize(80, 24), BEGUN, "web-01")) {
            cast.output(0, bytes("$ \u001b[1mls\r\n\"a\\b\""));
            cast.input(250, "l");
            cast.resized(1500, new TerminalSize(120, 40));
            cast.marker(61_001, "12 bytes were not recorded");
        }

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {"version":2,"width":80,"height":24,"timestamp":1769860800,"title":"web-01","env":{"TERM":"xterm-256color"}}
                [0.0,"o","$ \\u001B[1mls\\r\\n\\"a\\\\b\\""]
                [0.25,"i","l"]
                [1.5,"r","120x40"]
                [61.001,"m","12 bytes were not recorded"]
                """);
    }

    @Test
    void noCharacterIsCutWhereverItsBytesAreSplit() throws IOException {
        byte[] text = "aé漢😀".getBytes(StandardCharsets.UTF_8);
        try (Asciicast cast = new Asciicast(file, TerminalSize.USUAL, BEGUN, "")) {
            for (byte each : text) {
                cast.output(0, ByteBuffer.wrap(new byte[] {each}));
            }
        }

        assertThat(events()).isEqualTo("""
                [0.0,"o","a"]
                [0.0,"o","é"]
                [0.0,"o","漢"]
                [0.0,"o","😀"]
                """);
    }

    @Test
    void whatIsNoTextIsReplacedAndWhatStaysHalfToo() throws IOException {
        try (Asciicast cast = new Asciicast(file, TerminalSize.USUAL, BEGUN, "")) {
            cast.output(0, ByteBuffer.wrap(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xE6, (byte) 0xBC}));
        }

        assertThat(events()).isEqualTo("[0.0,\"o\",\"a\uFFFDb\"]\n[0.0,\"o\",\"\uFFFD\"]\n");
    }

    private String events() {
        String all = file.toString(StandardCharsets.UTF_8);
        return all.substring(all.indexOf('\n') + 1);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
