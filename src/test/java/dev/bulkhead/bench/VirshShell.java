package dev.bulkhead.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One {@code virsh} that stays connected, so that a command's time is the command's, not that of starting and connecting. */
final class VirshShell implements AutoCloseable {

    private static final byte[] PROMPT = "virsh # ".getBytes(StandardCharsets.US_ASCII);
    private static final int KEPT = 4096;

    private final Process process;
    private final OutputStream commands;
    private final InputStream answers;

    VirshShell(String uri) throws IOException {
        process = new ProcessBuilder("virsh", "--quiet", "--connect", uri)
                .redirectErrorStream(true)
                .start();
        commands = process.getOutputStream();
        answers = process.getInputStream();
        awaitPrompt();
    }

    /**
     * Returns when the command has ended.
     *
     * @return the end of what it printed
     */
    String run(String command) throws IOException {
        commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        commands.flush();
        String answer = awaitPrompt();
        if (answer.contains("\nerror: ")) {
            throw new IOException("virsh " + command + ": " + answer);
        }
        return answer;
    }

    /** As {@link #run}; returns how long it took. */
    double millis(String command) throws IOException {
        long began = System.nanoTime();
        run(command);
        return Figures.millisSince(began);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        answers.close();
        process.destroy();
    }

    private String awaitPrompt() throws IOException {
        byte[] buffer = new byte[1 << 16];
        String tail = "";
        String prompt = new String(PROMPT, StandardCharsets.US_ASCII);
        while (!tail.endsWith(prompt)) {
            int read = answers.read(buffer);
            if (read < 0) {
                throw new IOException("virsh ended: " + tail);
            }
            tail += new String(buffer, 0, read, StandardCharsets.UTF_8);
            tail = tail.substring(Math.max(0, tail.length() - KEPT));
        }
        return tail;
    }
}
