package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.FreePort;
import dev.bulkhead.testing.LibvirtDaemon;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** cockpit-machines on a private libvirtd: the peer of our table. Needs the packages that {@code deploy/bench} installs. */
final class Cockpit implements AutoCloseable {

    static final String ROW_TEXT = "name => document.getElementById('vm-' + name + '-system-state')?.textContent ?? ''";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private Cockpit(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Cockpit start(LibvirtDaemon daemon) throws IOException {
        if (!Files.exists(Path.of("/usr/share/cockpit/machines"))) {
            throw new IOException("the package cockpit-machines is not installed");
        }
        var script = Cockpit.class.getResource("cockpit.sh");
        if (script == null) {
            throw new IllegalStateException("cockpit.sh is not among the test resources");
        }
        int port = FreePort.find();
        Process process = new ProcessBuilder(
                        "setsid",
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "bash",
                        script.getPath(),
                        daemon.socket().getParent().toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(daemon.directory().resolve("cockpit.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Cockpit cockpit = new Cockpit(process, port);
        await().atMost(PATIENCE).until(() -> cockpit.answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException(Files.readString(daemon.directory().resolve("cockpit.log")));
        }
        return cockpit;
    }

    /** Opens its list of machines, without the shell around it, and waits for a guest's row. */
    Page open(BrowserContext context, String guest) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + "/cockpit/@localhost/machines/index.html");
        Locator ignore = page.getByText("Ignore", new Page.GetByTextOptions().setExact(true));
        ignore.or(page.locator("#vm-" + guest + "-system-state")).first().waitFor();
        if (ignore.isVisible()) {
            // Without hardware acceleration it shows a notice before anything else.
            ignore.click();
        }
        page.waitForFunction("name => (" + ROW_TEXT + ")(name) !== ''", guest);
        return page;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
