package dev.bulkhead.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Busybox's shell at the far end of a terminal: types lines, and looks at each byte that comes back. */
final class Shell implements AutoCloseable {

    /** No part of it begins it anew, and no text that is measured has it. */
    private static final String PROMPT = "ready> ";

    private static final byte INTERRUPT = 3;

    private final Terminal terminal;
    private byte[] output = new byte[0];
    private int at;
    private int typedInLine;
    /** How much it reads in a second; as much as it can when 0. */
    private double pace;

    private long paceBegan;
    private long pacedBytes;

    Shell(Terminal terminal) throws IOException {
        this.terminal = terminal;
        await("# ");
        // What is typed comes back too: it must not look like what is awaited.
        run("PS1='read''y> '");
        awaitPrompt();
    }

    Terminal terminal() {
        return terminal;
    }

    /** From now on this end shows so many bytes a second at most, as a page does; 0 for as fast as it can. */
    void pace(double bytesPerSecond) {
        pace = bytesPerSecond;
        paceBegan = System.nanoTime();
        pacedBytes = 0;
    }

    void run(String line) throws IOException {
        terminal.type((line + "\r").getBytes(StandardCharsets.UTF_8));
    }

    void awaitPrompt() throws IOException {
        await(PROMPT);
    }

    /** Reads on until this text has come, and returns what came before it, of which it keeps the last bytes only. */
    String await(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder before = new StringBuilder();
        for (int matched = 0; matched < wanted.length; ) {
            byte next = next();
            if (next == wanted[matched]) {
                matched++;
            } else {
                matched = next == wanted[0] ? 1 : 0;
            }
            before.append((char) (next & 0xFF));
            if (before.length() > 4096) {
                before.delete(0, 2048);
            }
        }
        return before.substring(0, Math.max(0, before.length() - wanted.length));
    }

    /** Takes so many bytes into the digest. */
    void take(long count, MessageDigest digest) throws IOException {
        for (long left = count; left > 0; ) {
            fill();
            int piece = (int) Math.min(left, output.length - at);
            digest.update(output, at, piece);
            at += piece;
            left -= piece;
        }
    }

    /** How long a key takes until the shell has shown it, in microseconds. */
    double echoMicros() throws IOException {
        if (typedInLine == 0) {
            terminal.type(new byte[] {'#'});
            await("#");
        }
        long began = System.nanoTime();
        terminal.type(new byte[] {'x'});
        await("x");
        double micros = (System.nanoTime() - began) / 1e3;
        // Before the line is full, which is shown in another way.
        typedInLine = (typedInLine + 1) % 50;
        if (typedInLine == 0) {
            run("");
            awaitPrompt();
        }
        return micros;
    }

    /**
     * Lets {@code yes} run for a while, and returns how long it takes to stop it by Ctrl+C, in milliseconds.
     *
     * @param line what it says again and again; found nowhere else
     */
    double interruptMillis(String line, Duration before) throws IOException {
        run("yes " + line);
        // Before that, Ctrl+C would not be for it but for the shell.
        await(line + "\r\n" + line + "\r\n");
        long began = System.nanoTime();
        while (System.nanoTime() - began < before.toNanos()) {
            next();
            at = output.length;
        }
        long interrupted = System.nanoTime();
        terminal.type(new byte[] {INTERRUPT});
        awaitPrompt();
        double millis = Figures.millisSince(interrupted);
        run("echo sto''pped");
        String between = await("stopped");
        if (between.contains(line)) {
            throw new IOException("The flood went on after the prompt");
        }
        awaitPrompt();
        return millis;
    }

    private byte next() throws IOException {
        fill();
        return output[at++];
    }

    private void fill() throws IOException {
        if (at < output.length) {
            return;
        }
        pacedBytes += output.length;
        if (pace > 0) {
            LockSupport.parkNanos((long) (pacedBytes / pace * 1e9) - (System.nanoTime() - paceBegan));
        }
        output = terminal.read();
        at = 0;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
