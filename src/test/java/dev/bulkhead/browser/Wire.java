package dev.bulkhead.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way between the browser and the server, which can be cut. While it is, the browser's connections are gone and no new one gets
 * through; the server notices nothing: what it sends into the connections that it holds for alive is lost, as with a laptop that has
 * left the network.
 */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> browserEnds = ConcurrentHashMap.newKeySet();
    private final Set<Socket> serverEnds = ConcurrentHashMap.newKeySet();
    private boolean cut;

    Wire(String address) throws IOException {
        server = URI.create(address).getPort();
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where a browser finds the server at the other end. */
    String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort() + "/";
    }

    synchronized void cut() throws IOException {
        cut = true;
        closeAll(browserEnds);
    }

    /** New connections get through; those that were cut stay dead. */
    synchronized void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        closeAll(browserEnds);
        closeAll(serverEnds);
    }

    private void accept() {
        try {
            while (true) {
                connect(entrance.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized void connect(Socket browser) throws IOException {
        if (cut) {
            browser.close();
            return;
        }
        Socket beyond = new Socket(InetAddress.getLoopbackAddress(), server);
        browserEnds.add(browser);
        serverEnds.add(beyond);
        Thread.ofVirtual().start(() -> requests(browser, beyond));
        Thread.ofVirtual().start(() -> answers(beyond, browser));
    }

    private void requests(Socket browser, Socket beyond) {
        try {
            browser.getInputStream().transferTo(beyond.getOutputStream());
            beyond.shutdownOutput();
        } catch (IOException ended) {
            // Cut, or closed by the browser: in the first case the server is not to know.
            if (!isCut()) {
                closeQuietly(beyond);
            }
        }
    }

    private void answers(Socket beyond, Socket browser) {
        byte[] bytes = new byte[8192];
        try (beyond) {
            for (int read = beyond.getInputStream().read(bytes);
                    read >= 0;
                    read = beyond.getInputStream().read(bytes)) {
                deliver(browser, bytes, read);
            }
        } catch (IOException ended) {
            // The server closed it.
        }
        closeQuietly(browser);
    }

    private static void deliver(Socket browser, byte[] bytes, int length) {
        try {
            browser.getOutputStream().write(bytes, 0, length);
        } catch (IOException gone) {
            // Nobody there: lost on the way, and the server sends on.
        }
    }

    private synchronized boolean isCut() {
        return cut;
    }

    private static void closeAll(Set<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, which is all that was wanted.
        }
    }
}
