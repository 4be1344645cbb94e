package dev.bulkhead.bench;

import dev.bulkhead.testing.RawWebSocket;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Cockpit's terminal page opens: a channel of text to a command on a terminal, with its flow control. A message is the channel's
 * name, an end of line, and what is said; without a name it is one of control.
 */
final class CockpitTerminal implements Terminal {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] CHANNEL = "1\n".getBytes(StandardCharsets.US_ASCII);

    private final CockpitServer server;
    private final RawWebSocket socket;

    /** @param server one for this terminal alone, with which it ends */
    CockpitTerminal(CockpitServer server, List<String> command) throws IOException {
        this.server = server;
        socket = RawWebSocket.open(
                server.port(),
                "/cockpit/socket",
                "Origin: http://127.0.0.1:" + server.port(),
                "Sec-WebSocket-Protocol: cockpit1");
        control(JSON.createObjectNode().put("command", "init").put("version", 1));
        ObjectNode open = JSON.createObjectNode()
                .put("command", "open")
                .put("channel", "1")
                .put("host", "localhost")
                .put("payload", "stream")
                .put("pty", true)
                .put("flow-control", true);
        command.forEach(open.putArray("spawn")::add);
        control(open);
    }

    @Override
    public void type(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int end = endOfCharacter(bytes, Math.min(bytes.length, from + PIECE));
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(CHANNEL);
            message.write(bytes, from, end - from);
            socket.send(RawWebSocket.TEXT, true, true, message.toByteArray());
            from = end;
        }
    }

    /** A text message may not end inside of a character. */
    private static int endOfCharacter(byte[] bytes, int end) {
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end++;
        }
        return end;
    }

    @Override
    public byte[] read() throws IOException {
        while (true) {
            RawWebSocket.Frame frame = socket.next();
            byte[] message = frame.payload();
            if (frame.opcode() == RawWebSocket.CLOSE) {
                throw new EOFException("Closed: " + frame.closeCode() + " " + frame.closeReason());
            }
            if (message[0] == '\n') {
                obey((ObjectNode) JSON.readTree(frame.text()));
            } else if (message.length > CHANNEL.length) {
                return Arrays.copyOfRange(message, CHANNEL.length, message.length);
            }
        }
    }

    private void obey(ObjectNode message) throws IOException {
        switch (message.path("command").asString("")) {
            // As cockpit.js does: whatever else it says goes back.
            case "ping" -> control(message.put("command", "pong"));
            case "close" -> throw new EOFException("Closed: " + message);
            default -> {
                // Nothing that a terminal cares for.
            }
        }
    }

    private void control(ObjectNode message) throws IOException {
        socket.sendText("\n" + message);
    }

    @Override
    public double processorSeconds() {
        return server.processorSeconds();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.close();
    }
}
