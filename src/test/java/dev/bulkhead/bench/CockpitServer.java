package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Cockpit's web service and bridge, without a sign-in: the peer of our terminals. It ends with its first connection. Needs the packages
 * that {@code deploy/bench} installs.
 */
final class CockpitServer implements AutoCloseable {

    private static final Path SERVICE = Path.of("/usr/lib/cockpit/cockpit-ws");

    private final Process process;
    private final int port;

    static boolean isInstalled() {
        return Files.isExecutable(SERVICE);
    }

    CockpitServer(Path directory) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        SERVICE.toString(),
                        "--no-tls",
                        "--address",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--local-session=cockpit-bridge")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("cockpit.log").toFile());
        builder.environment().put("XDG_RUNTIME_DIR", directory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    int port() {
        return port;
    }

    /** Of the service, of its bridge, and of what runs in its terminals. */
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
