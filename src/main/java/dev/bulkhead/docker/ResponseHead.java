package dev.bulkhead.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the body of an engine's answer.
 *
 * @param headers by their names in lower case
 */
record ResponseHead(int status, Map<String, String> headers) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int LONGEST = 64 * 1024;

    /** Reads up to the empty line and not a byte further, as what follows may be a guest's. */
    static ResponseHead read(PeekedSource source) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST) {
            head.append((char) source.require());
            if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                return parse(head.toString());
            }
        }
        throw new IOException("The head of the engine's answer is too long");
    }

    private static ResponseHead parse(String head) throws IOException {
        String[] lines = head.split("\r\n");
        Matcher statusLine = STATUS_LINE.matcher(lines[0]);
        if (!statusLine.matches()) {
            throw new IOException("What answers at the socket does not speak HTTP");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new ResponseHead(Integer.parseInt(statusLine.group(1)), headers);
    }

    boolean isSuccess() {
        return status == 101 || status / 100 == 2;
    }

    boolean isChunked() {
        return headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    }

    boolean hasLength() {
        return length() >= 0;
    }

    /** The body's length; -1 where none is told, as after an upgrade. */
    long length() {
        String length = headers.getOrDefault("content-length", "");
        return status != 101 && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    static byte[] request(String method, String path, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, request, 0, bytes.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        return request;
    }
}
