package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a guest's bytes, cut at every place and broken in every way. */
class StreamCodingTest {

    private static final String FRAMES = "\1\0\0\0\0\0\0\5hello" + "\2\0\0\0\0\0\0\0" + "\2\0\0\0\0\0\0\3\0\1\2";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void framesAreTakenOffWhereverTheyAreCut(int size) throws IOException {
        assertThat(read(new OutputFrames(parts(FRAMES, size)), size)).isEqualTo("hello\0\1\2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void chunksAreTakenOffWhereverTheyAreCut(int size) throws IOException {
        String coded = "5\r\nhello\r\n00a;note=x\r\n\r\n0\r\n\r\n-an\r\n0\r\n\r\n and what is not its own";

        assertThat(read(new ChunkedBody(new PeekedSource(parts(coded, size))), size))
                .isEqualTo("hello\r\n0\r\n\r\n-an");
    }

    @Test
    void aBodyOfAToldLengthEndsThoughTheConnectionStaysOpen() throws IOException {
        assertThat(read(new BoundedBody(new PeekedSource(parts("hello world", 4)), 5), 100))
                .isEqualTo("hello");
        assertThat(read(new BoundedBody(new PeekedSource(parts("", 4)), 0), 100))
                .isEmpty();
    }

    @Test
    void whatEndsHalfWayIsNotTakenForTheEnd() {
        for (String half : List.of("\1\0\0", "\1\0\0\0\0\0\0\5hell")) {
            assertThatIOException()
                    .isThrownBy(() -> read(new OutputFrames(parts(half, 3)), 10))
                    .isInstanceOf(EOFException.class);
        }
        for (String half : List.of("", "5", "5\r\nhell", "5\r\nhello\r\n")) {
            assertThatIOException()
                    .isThrownBy(() -> read(new ChunkedBody(new PeekedSource(parts(half, 3))), 10))
                    .isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\4\0\0\0\0\0\0\1x", "\1\0\1\0\0\0\0\1x", "\1x\0\0\0\0\0\1x", "plain text, no frames at all"})
    void whatIsNotAFrameIsRefused(String broken) {
        assertThatIOException().isThrownBy(() -> read(new OutputFrames(parts(broken, 100)), 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\r\nhello", "\r\nhello", "-5\r\nhello", "5\r\nhello!\r\n0\r\n\r\n", "fffffffffffffffff\r\nx"})
    void whatIsNotAChunkIsRefused(String broken) {
        assertThatIOException().isThrownBy(() -> read(new ChunkedBody(new PeekedSource(parts(broken, 100))), 10));
    }

    @Test
    void noLengthIsTooLarge() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(10).position(1);

        assertThat(new PeekedSource(parts("hello", 100)).read(buffer, Long.MAX_VALUE))
                .isEqualTo(5);
    }

    @Test
    void anEndlessLineIsRefused() {
        ByteSource endless = buffer -> {
            buffer.put((byte) '1');
            return 1;
        };

        assertThatIOException().isThrownBy(() -> read(new ChunkedBody(new PeekedSource(endless)), 10));
        assertThatIOException().isThrownBy(() -> ResponseHead.read(new PeekedSource(endless)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void aHeadIsReadAndNotAByteMore(int size) throws IOException {
        String answer = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nX-Any:a:b\r\n\r\n";
        PeekedSource source = new PeekedSource(parts(answer + "\0\1\2\r\n\r\n", size));

        ResponseHead head = ResponseHead.read(source);

        assertThat(head.status()).isEqualTo(101);
        assertThat(head.isSuccess()).isTrue();
        assertThat(head.hasLength()).isFalse();
        assertThat(head.headers()).containsEntry("connection", "Upgrade").containsEntry("x-any", "a:b");
        assertThat(read(source, size)).isEqualTo("\0\1\2\r\n\r\n");
    }

    @Test
    void whatDoesNotSpeakHttpIsRefused() {
        assertThatIOException().isThrownBy(() -> ResponseHead.read(new PeekedSource(parts("SSH-2.0-x\r\n\r\n", 9))));
        assertThatIOException().isThrownBy(() -> ResponseHead.read(new PeekedSource(parts("HTTP/1.1 200", 9))));
    }

    private static String read(ByteSource source, int size) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer.clear())) {
            assertThat(count).isEqualTo(buffer.position());
            all.write(buffer.array(), 0, count);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static ByteSource parts(String text, int size) {
        ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        return buffer -> {
            int count = Math.min(Math.min(size, left.remaining()), buffer.remaining());
            if (count == 0) {
                return -1;
            }
            buffer.put(left.slice(left.position(), count));
            left.position(left.position() + count);
            return count;
        };
    }
}
