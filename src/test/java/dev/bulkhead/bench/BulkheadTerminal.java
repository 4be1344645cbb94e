package dev.bulkhead.bench;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shell through the application, with the words and limits of our page: see {@code tty-protocol.ts}. */
final class BulkheadTerminal implements Terminal {

    private static final int INPUT_AHEAD = 64 * 1024;
    private static final int ACK_EVERY = 64 * 1024;

    private final Application application;
    private final RawWebSocket socket;
    /** Output that came while somebody typed. */
    private final Queue<byte[]> waiting = new ArrayDeque<>();

    private long shown;
    private long acknowledged;
    private long typed;
    private long taken;

    BulkheadTerminal(Application application, String instance) throws IOException {
        this.application = application;
        HttpCaller caller = new HttpCaller(application.port()).basic(Application.USER, Application.PASSWORD);
        socket = RawWebSocket.openConsole(
                caller, "/api/v1/instances/" + instance, "{\"kind\":\"exec\",\"mode\":\"control\"}");
    }

    @Override
    public void type(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            while (typed + piece.length - taken > INPUT_AHEAD) {
                byte[] output = next();
                if (output.length > 0) {
                    waiting.add(output);
                }
            }
            typed += piece.length;
            socket.sendBinary(piece);
        }
    }

    @Override
    public byte[] read() throws IOException {
        if (shown - acknowledged >= ACK_EVERY) {
            acknowledged = shown;
            socket.sendText("{\"type\":\"ack\",\"position\":" + shown + "}");
        }
        byte[] output = waiting.isEmpty() ? next() : waiting.remove();
        while (output.length == 0) {
            output = next();
        }
        shown += output.length;
        return output;
    }

    /** The bytes of the next message; none when it is one of control. */
    private byte[] next() throws IOException {
        RawWebSocket.Frame frame = socket.next();
        switch (frame.opcode()) {
            case RawWebSocket.BINARY, 0 -> {
                return frame.payload();
            }
            case RawWebSocket.TEXT -> obey(JsonMapper.shared().readTree(frame.text()));
            default -> throw new EOFException("Closed: " + frame.closeCode() + " " + frame.closeReason());
        }
        return new byte[0];
    }

    private void obey(JsonNode message) throws IOException {
        switch (message.get("type").stringValue()) {
            case "taken" -> taken = message.get("position").asLong();
            case "missed" -> throw new IOException("Output was left out: " + message);
            default -> {
                // Who is there and how large it is changes nothing here.
            }
        }
    }

    @Override
    public double processorSeconds() {
        return application.processorSeconds();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
