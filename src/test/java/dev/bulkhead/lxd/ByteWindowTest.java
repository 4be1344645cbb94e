package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ByteWindowTest {

    private static final int MOST = 256 * 1024;

    private final ByteWindow window = new ByteWindow();

    @Test
    void bytesComeOutAsTheyWentIn() {
        byte[] bytes = random(1_000_000);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        Random sizes = new Random(1);

        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int part = Math.min(in.remaining(), sizes.nextInt(100_000));
            window.put(in.slice(in.position(), part));
            in.position(in.position() + part);
            ByteBuffer some = ByteBuffer.allocate(sizes.nextInt(200_000));
            window.get(some);
            out.put(some.flip());
        }
        window.get(out);

        assertThat(out.array()).isEqualTo(bytes);
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void theOldestGiveWay() {
        byte[] bytes = random(3 * MOST);

        for (int from = 0; from < bytes.length; from += 10_000) {
            window.put(ByteBuffer.wrap(bytes, from, Math.min(10_000, bytes.length - from)));
        }

        assertThat(all()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - MOST, bytes.length));
    }

    @Test
    void ofMoreThanFitsAtOnceTheEndIsKept() {
        byte[] bytes = random(2 * MOST);
        window.put(ByteBuffer.wrap(new byte[] {1, 2, 3}));

        window.put(ByteBuffer.wrap(bytes));

        assertThat(all()).isEqualTo(Arrays.copyOfRange(bytes, MOST, bytes.length));
    }

    private byte[] all() {
        ByteBuffer buffer = ByteBuffer.allocate(2 * MOST);
        window.get(buffer);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
