package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that no daemon should give, and that need rare settings of a real one. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LineOpenerTest {

    private static final String UUID_TEXT = UUID.randomUUID().toString();

    private final OpenConsoles open = new OpenConsoles();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aPasswordAtTheSocketIsSaidInWords() throws IOException {
        assertFails(ErrorKind.UNSUPPORTED, reply(1, 0, 1, 1));
    }

    @Test
    void aRefusalHasItsKindByItsNumber() throws IOException {
        assertFails(ErrorKind.DENIED, reply(1, 1, 45, 7, 0));
    }

    @Test
    void aTextLongerThanItsMessageIsAFault() throws IOException {
        assertFails(ErrorKind.INTERNAL, reply(1, 1, 45, 7, 1, Integer.MAX_VALUE));
    }

    @Test
    void aMessageOfAnImpossibleLengthIsALoss() throws IOException {
        assertFails(ErrorKind.UNREACHABLE, ByteBuffer.allocate(28).putInt(0, 3));
        assertFails(ErrorKind.UNREACHABLE, ByteBuffer.allocate(28).putInt(0, -1));
    }

    @Test
    void nobodyAtTheSocketIsALoss() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> open(directory.resolve("nowhere")))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE));
    }

    @Test
    void theStreamIsReadWholeInWhateverPartsItComes() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(directory.resolve("stream")));
            SocketChannel channel = SocketChannel.open(server.getLocalAddress());
            LineConnection line = new LineConnection(channel, 5, "serial0", open);
            try (SocketChannel daemon = server.accept()) {
                Thread.ofVirtual().start(() -> {
                    for (ByteBuffer message : new ByteBuffer[] {
                        stream(5, 2, "he"), stream(4, 2, "not ours"), stream(5, 2, "llo"), stream(5, 2, "")
                    }) {
                        sendByteByByte(daemon, message);
                    }
                });
                ByteBuffer buffer = ByteBuffer.allocate(100);
                while (line.read(buffer) >= 0) {
                    // Until the end.
                }
                assertThat(StandardCharsets.UTF_8.decode(buffer.flip()).toString())
                        .isEqualTo("hello");
            }
            line.close();
            assertThatIOException().isThrownBy(() -> line.read(ByteBuffer.allocate(1)));
        }
    }

    private void assertFails(ErrorKind kind, ByteBuffer answer) throws IOException {
        Path path = directory.resolve("daemon" + System.nanoTime());
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            Thread.ofVirtual().start(() -> {
                try (SocketChannel client = server.accept()) {
                    client.read(ByteBuffer.allocate(1000));
                    sendByteByByte(client, answer);
                    client.read(ByteBuffer.allocate(1000));
                } catch (IOException over) {
                    // The client hung up.
                }
            });
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> open(path))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
        }
    }

    private void open(Path path) {
        new LineOpener(new EngineId("libvirt"), path, "qemu:///system", open).open(UUID_TEXT, "serial0");
    }

    /** A reply of a status and a body of numbers. */
    private static ByteBuffer reply(int serial, int status, int... body) {
        ByteBuffer message = ByteBuffer.allocate(28 + 4 * body.length)
                .put(new DaemonMessage(4 * body.length, 66, DaemonMessage.REPLY, serial, status).header());
        for (int number : body) {
            message.putInt(number);
        }
        return message.flip();
    }

    private static ByteBuffer stream(int serial, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(28 + bytes.length)
                .put(new DaemonMessage(bytes.length, LineOpener.OPEN_CONSOLE, DaemonMessage.STREAM, serial, status)
                        .header())
                .put(bytes)
                .flip();
    }

    private static void sendByteByByte(SocketChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(ByteBuffer.wrap(new byte[] {bytes.get()}));
            }
        } catch (IOException over) {
            // The other side hung up.
        }
    }
}
