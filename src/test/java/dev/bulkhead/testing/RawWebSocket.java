package dev.bulkhead.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebSocket client that does exactly what it is told, right or wrong (RFC 6455): it sends any frame, reads only when asked, and
 * answers pings only then.
 */
public final class RawWebSocket implements AutoCloseable {

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final int status;
    private final Map<String, String> answer = new LinkedHashMap<>();

    /** One frame as it came. */
    public record Frame(int opcode, boolean last, byte[] payload) {

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Of a close frame; 1005 for none. */
        public int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        public String closeReason() {
            return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private RawWebSocket(int port, String path, List<String> headers) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        status = Integer.parseInt(line().split(" ")[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            answer.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    /** Asks for the upgrade; whether it was granted tells {@link #status()}. @param headers whole lines */
    public static RawWebSocket open(int port, String path, String... headers) throws IOException {
        return new RawWebSocket(port, path, List.of(headers));
    }

    /**
     * Asks for a console's ticket and opens it, as a program with name and password does.
     *
     * @param instance path of the instance in the API
     * @param order which console, as the API wants it
     */
    public static RawWebSocket openConsole(HttpCaller caller, String instance, String order) throws IOException {
        String answer = caller.postJson(instance + "/consoles", order).body();
        JsonNode ticket = JsonMapper.shared().readTree(answer);
        if (!ticket.has("path")) {
            throw new IOException("No ticket: " + answer);
        }
        return open(
                caller.port(),
                ticket.get("path").stringValue(),
                "Sec-WebSocket-Protocol: " + ticket.get("protocol").stringValue(),
                "Authorization: " + caller.header("Authorization"));
    }

    /** 101 when it is a WebSocket now. */
    public int status() {
        return status;
    }

    /** A header of the answer; "" when it is not there. */
    public String header(String lowerCaseName) {
        return answer.getOrDefault(lowerCaseName, "");
    }

    public void sendText(String text) throws IOException {
        send(TEXT, true, true, text.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBinary(byte[] bytes) throws IOException {
        send(BINARY, true, true, bytes);
    }

    /** Sends a frame, well-formed or not. */
    public void send(int opcode, boolean last, boolean masked, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 65536) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        byte[] body = payload.clone();
        if (masked) {
            byte[] key = {1, 2, 3, 4};
            frame.writeBytes(key);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= key[i % 4];
            }
        }
        frame.writeBytes(body);
        sendRaw(frame.toByteArray());
    }

    public void sendRaw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next frame; pings are answered and skipped. */
    public Frame next() throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode() != PING) {
                return frame;
            }
            send(PONG, true, true, frame.payload());
        }
    }

    /** The next frame for which the condition holds; others are skipped. A close is never skipped. */
    public Frame next(Predicate<Frame> wanted) throws IOException {
        for (Frame frame = next(); ; frame = next()) {
            if (wanted.test(frame)) {
                return frame;
            }
            if (frame.opcode() == CLOSE) {
                throw new EOFException("Closed instead: " + frame.closeCode() + " " + frame.closeReason());
            }
        }
    }

    /** The next text message of that type. */
    public String nextControl(String type) throws IOException {
        return next(frame -> frame.opcode() == TEXT && frame.text().contains("\"type\":\"" + type + "\""))
                .text();
    }

    /** Reads on until the server closes. */
    public Frame awaitClose() throws IOException {
        return next(frame -> frame.opcode() == CLOSE);
    }

    /** Binary payloads up to this many bytes, control messages skipped. */
    public byte[] nextBytes(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count) {
            bytes.writeBytes(next(frame -> frame.opcode() == BINARY || frame.opcode() == 0)
                    .payload());
        }
        return bytes.toByteArray();
    }

    private Frame read() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7F;
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = new byte[Math.toIntExact(size)];
        in.readFully(payload);
        return new Frame(first & 0x0F, (first & 0x80) != 0, payload);
    }

    private String line() throws IOException {
        List<Byte> bytes = new ArrayList<>();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            if (next != '\r') {
                bytes.add((byte) next);
            }
        }
        byte[] line = new byte[bytes.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = bytes.get(i);
        }
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    /** Cuts the connection without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
