package dev.bulkhead.libvirt;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Two ends of one connection: a channel of the JDK, on which virtual threads wait for free, and a bare descriptor to give away. See
 * decision 5.
 *
 * @param descriptor the caller closes it
 */
record SocketPair(SocketChannel channel, int descriptor) {

    /** Makes one. Nobody but this user can have connected instead: the socket stands, for a moment, in a directory of its own. */
    static SocketPair open() throws IOException {
        Path directory = Files.createTempDirectory(
                "bulkhead", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path path = directory.resolve("screen");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path), 1);
            int descriptor = Libc.connect(path);
            try {
                return new SocketPair(server.accept(), descriptor);
            } catch (IOException failed) {
                Libc.closeDescriptor(descriptor);
                throw failed;
            }
        } catch (LastErrorException failed) {
            throw new IOException(failed);
        } finally {
            Files.deleteIfExists(path);
            Files.deleteIfExists(directory);
        }
    }
}
