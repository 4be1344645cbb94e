package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Debian's websockify before one VNC server: the peer of our relay. */
final class Websockify implements AutoCloseable {

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
    double processorSeconds() {
        return ProcessorTime.ofAll(process.toHandle());
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
