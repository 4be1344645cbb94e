package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen: a connection to a VNC server, from its first byte on. Libvirt is no part of it any more, and may end and come back. */
final class ScreenConnection implements ConsoleConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenConnection.class);

    private final SocketChannel channel;
    private final String password;
    private final OpenConsoles open;

    ScreenConnection(SocketChannel channel, String password, OpenConsoles open) {
        this.channel = channel;
        this.password = password;
        this.open = open;
        open.add(this);
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return channel.read(buffer);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A screen's size is a matter of RFB. */
    @Override
    public void resize(TerminalSize size) {}

    @Override
    public Optional<String> password() {
        return Optional.of(password).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        open.remove(this);
        try {
            channel.close();
        } catch (IOException gone) {
            LOG.debug("Closing a screen", gone);
        }
    }
}
