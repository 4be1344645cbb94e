package dev.bulkhead.libvirt;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.libvirt.jna.DomainPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to a running domain's VNC server: through libvirt where it is on this machine, which spares the password and any open
 * port; else, or where libvirt refuses, where the domain's document says that it listens.
 */
final class ScreenOpener {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenOpener.class);
    private static final int SKIP_AUTHENTICATION = 1;
    private static final int CONNECT_MILLIS = 5000;

    private final Connection connection;
    private final LibvirtUri uri;
    private final OpenConsoles open;

    ScreenOpener(Connection connection, LibvirtUri uri, OpenConsoles open) {
        this.connection = connection;
        this.uri = uri;
        this.open = open;
    }

    ScreenConnection open(DomainPointer domain, ScreenElement screen) {
        if (uri.isLocal()) {
            try {
                return new ScreenConnection(throughLibvirt(domain, screen), "", open);
            } catch (EngineException refused) {
                if (refused.kind() == ErrorKind.UNREACHABLE || refused.kind() == ErrorKind.NOT_FOUND) {
                    throw refused;
                }
                LOG.info(
                        "libvirt of {} opens no screen, trying its socket: {}",
                        connection.engine(),
                        refused.getMessage());
            }
        }
        return whereItListens(domain, screen);
    }

    private SocketChannel throughLibvirt(DomainPointer domain, ScreenElement screen) {
        try {
            SocketPair pair = SocketPair.open();
            try {
                connection.check(connection
                        .library()
                        .virDomainOpenGraphics(domain, screen.index(), pair.descriptor(), SKIP_AUTHENTICATION));
                return pair.channel();
            } catch (EngineException refused) {
                pair.channel().close();
                throw refused;
            } finally {
                Libc.closeDescriptor(pair.descriptor());
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /** The password goes no further than to the one who answers the server's challenge. */
    ScreenConnection whereItListens(DomainPointer domain, ScreenElement screen) {
        ScreenElement secret = ConsoleDevices.of(connection, domain, DomainReader.SECURE).screens().stream()
                .filter(other -> other.index() == screen.index() && other.isVnc())
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        ErrorKind.CONFLICT, connection.engine(), "The machine's screen was changed meanwhile"));
        try {
            return new ScreenConnection(connect(secret), secret.password(), open);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Another host says on which of its ports, but never to which host we connect: it must not make us reach into our own network.
     */
    private SocketChannel connect(ScreenElement screen) throws IOException {
        if (uri.isLocal() && !screen.socket().isEmpty()) {
            return SocketChannel.open(UnixDomainSocketAddress.of(Path.of(screen.socket())));
        }
        if (screen.port() <= 0) {
            throw new IOException("The screen listens nowhere");
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(host(screen), screen.port()), CONNECT_MILLIS);
            return channel;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private String host(ScreenElement screen) {
        if (!uri.isLocal()) {
            return uri.host();
        }
        return switch (screen.address()) {
            case "", "0.0.0.0", "::", "*" -> "localhost";
            default -> screen.address();
        };
    }

    private EngineException failure(IOException failed) {
        return new EngineException(
                ErrorKind.INTERNAL,
                connection.engine(),
                "The machine's screen cannot be reached: " + failed.getMessage(),
                failed);
    }
}
