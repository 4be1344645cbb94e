package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScrollbackTest {

    private static final int CAPACITY = 10_000;

    private final Scrollback scrollback = new Scrollback(CAPACITY);

    @Test
    void whatWasAppendedIsReadByPosition() {
        byte[] all = random(100_000);
        Random random = new Random(1);
        for (int at = 0; at < all.length; ) {
            int size = Math.min(all.length - at, random.nextInt(3_000));
            scrollback.append(ByteBuffer.wrap(all, at, size));
            at += size;
            long from = Math.max(scrollback.tail(), at - random.nextInt(CAPACITY));
            assertThat(read(from, at)).isEqualTo(Arrays.copyOfRange(all, (int) from, at));
        }
        assertThat(scrollback.head()).isEqualTo(all.length);
        assertThat(scrollback.tail()).isEqualTo(all.length - CAPACITY);
    }

    @Test
    void whatIsNoLongerKeptIsSaidSo() {
        scrollback.append(ByteBuffer.wrap(random(CAPACITY + 1)));

        assertThat(scrollback.read(0, ByteBuffer.allocate(10))).isEqualTo(-1);
        assertThat(scrollback.read(1, ByteBuffer.allocate(10))).isEqualTo(10);
        assertThat(scrollback.read(scrollback.head(), ByteBuffer.allocate(10))).isZero();
    }

    @Test
    void aPieceLargerThanAllLeavesItsEnd() {
        byte[] all = random(5 * CAPACITY + 7);
        scrollback.append(ByteBuffer.wrap(all));

        assertThat(read(scrollback.tail(), all.length))
                .isEqualTo(Arrays.copyOfRange(all, all.length - CAPACITY, all.length));
    }

    @Test
    void aNewcomerBeginsWithAWholeLineWhereOlderOnesWereDropped() {
        scrollback.append(text("first\nsecond\n"));
        assertThat(scrollback.beginning(100)).isZero();

        scrollback.append(text("x".repeat(CAPACITY - 8) + "\n"));
        assertThat(scrollback.tail()).isEqualTo(6);
        assertThat(scrollback.beginning(100)).isEqualTo(13);
        assertThat(scrollback.beginning(3)).as("no line ends near").isEqualTo(6);
    }

    private byte[] read(long from, long to) {
        ByteBuffer into = ByteBuffer.allocate((int) (to - from));
        assertThat(scrollback.read(from, into)).isEqualTo(into.capacity());
        return into.array();
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
