package dev.bulkhead.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that is loaded anew again and again in the middle of a flood: every byte comes, each at its one place. */
class ReloadIT extends ConsoleTest {

    /** 13 MB; with 6,300,000 lines it is 55 MB, which a browser without a graphics card shows in minutes. */
    private static final int LINES = Integer.getInteger("bulkhead.flood-lines", 1_600_000);

    private static final int RELOADS = 20;
    private static final Pattern POSITION = Pattern.compile("\"type\":\"hello\".*\"position\":(\\d+)");

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream(80 << 20);
    private String hole = "";
    private long longest;
    private boolean ended;

    @Test
    void noByteIsLostOrDoubledByTwentyReloads() {
        docker.run("flood-app");
        page.onWebSocket(this::listen);
        openConsole("flood-app", "exec");
        terminal().click();
        type("echo BE''GIN; seq 1 " + LINES + "; echo E''ND");
        int reloads = 0;
        byte[] expected = expected();
        int size = expected.length;
        while (!ended && hole.isEmpty()) {
            page.waitForTimeout(100);
            if (reloads < RELOADS && stream.size() > (long) size * (reloads + 1) / (RELOADS + 2)) {
                reloads++;
                page.reload();
                awaitOpen();
            }
        }
        assertThat(hole).isEmpty();
        assertThat(reloads).isEqualTo(RELOADS);
        byte[] all = stream.toByteArray();
        int begin = new String(all, 0, 4096, StandardCharsets.ISO_8859_1).indexOf("BEGIN\r\n") + 7;
        assertThat(Arrays.equals(all, begin, begin + size, expected, 0, size)).isTrue();
        assertThat(longest).as("bytes that a return shows again").isLessThanOrEqualTo(1 << 20);
        docker.docker("rm", "--force", "flood-app");
    }

    /** What comes on one connection, put where it says that it belongs. */
    private void listen(WebSocket socket) {
        if (!socket.url().contains("/console/")) {
            return;
        }
        long[] next = {-1};
        socket.onFrameReceived(frame -> take(frame, next));
    }

    private void take(WebSocketFrame frame, long[] next) {
        if (frame.text() != null) {
            Matcher hello = POSITION.matcher(frame.text());
            if (hello.find()) {
                next[0] = Long.parseLong(hello.group(1));
                longest = Math.max(longest, stream.size() - next[0]);
                hole = next[0] > stream.size() ? "from " + stream.size() + " to " + next[0] : hole;
            } else if (frame.text().contains("\"missed\"")) {
                hole = frame.text();
            }
            return;
        }
        byte[] bytes = frame.binary();
        int known = (int) Math.clamp(stream.size() - next[0], 0, bytes.length);
        stream.write(bytes, known, bytes.length - known);
        ended |= new String(bytes, StandardCharsets.ISO_8859_1).contains("END\r\n");
        next[0] += bytes.length;
    }

    /** What a terminal makes of {@code seq}. */
    private static byte[] expected() {
        StringBuilder lines = new StringBuilder(70 << 20);
        for (int line = 1; line <= LINES; line++) {
            lines.append(line).append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
