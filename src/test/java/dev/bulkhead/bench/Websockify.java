package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Debian's websockify before one VNC server: the peer of our relay. */
final class Websockify implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final int port;

    Websockify(int target) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = new ProcessBuilder("websockify", "127.0.0.1:" + port, "127.0.0.1:" + target)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    ScreenClient connect() throws IOException {
        return new ScreenClient(RawWebSocket.open(port, "/", "Sec-WebSocket-Protocol: binary"));
    }

    /** Of it and of the process that it forks for each connection. */
    double processorSeconds() throws IOException {
        double seconds = seconds(process.toHandle());
        try (Stream<ProcessHandle> children = process.descendants()) {
            for (ProcessHandle child : children.toList()) {
                seconds += seconds(child);
            }
        }
        return seconds;
    }

    private static double seconds(ProcessHandle handle) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // Its own and that of its children that have ended.
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
