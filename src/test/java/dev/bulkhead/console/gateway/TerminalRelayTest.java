package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.console.TerminalSeat;
import dev.bulkhead.engine.TerminalSize;
import dev.bulkhead.testing.RawWebSocket;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The terminal's path end to end, over a fake guest that splits, stalls, floods and breaks (CASES A12, A16, A20, A21, A25). */
class TerminalRelayTest extends GatewayTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void helloComesFirstAndBytesBothWaysAsTheyAre() throws Exception {
        Open open = open("exec");
        RawWebSocket.Frame first = open.socket().next();
        assertThat(first.opcode()).isEqualTo(RawWebSocket.TEXT);
        JsonNode hello = json(first.text());
        assertThat(hello.get("type").stringValue()).isEqualTo("hello");
        assertThat(hello.get("position").asLong()).isZero();
        assertThat(hello.get("mode").stringValue()).isEqualTo("control");
        assertThat(hello.get("viewer").stringValue()).isEqualTo(open.viewer());
        assertThat(hello.get("label").stringValue()).isEqualTo("/bin/fake");

        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        open.guest().splitInto(1);
        open.guest().say(all);
        assertThat(open.socket().nextBytes(256)).isEqualTo(all);
        open.socket().sendBinary(all);
        await().untilAsserted(() -> assertThat(open.guest().heardBytes()).isEqualTo(all));
        assertThat(open.socket().nextControl("taken")).contains("\"position\":256");
    }

    @Test
    void aFloodStopsAtTheSourceUntilItIsShown() throws Exception {
        Open open = open("exec");
        byte[] flood = random(4 * MEBIBYTE);
        CompletableFuture<Void> printing = print(open, flood);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        shown.writeBytes(open.socket().nextBytes(TerminalSeat.CREDIT));
        // Credit is used up: no more comes, though the guest would have it, and its own kernel and we hold 1 MiB at
        // most.
        assertThat(shown.size()).isEqualTo(TerminalSeat.CREDIT);
        await().untilAsserted(() -> assertThat(received(open)).isGreaterThan(MEBIBYTE - 100_000));
        await().during(300, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(received(open)).isLessThanOrEqualTo(MEBIBYTE));
        assertThat(printing).isNotDone();

        while (shown.size() < flood.length) {
            open.socket().sendText("{\"type\":\"ack\",\"position\":" + shown.size() + "}");
            shown.writeBytes(open.socket().nextBytes(1));
        }
        assertThat(shown.toByteArray()).isEqualTo(flood);
        printing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoComesBackInTheMiddleOfAFloodLosesAndDoublesNothing() throws Exception {
        Open open = open("exec");
        String id = json(open.socket().nextControl("hello")).get("console").stringValue();
        byte[] flood = random(6 * MEBIBYTE);
        byte[] shown = new byte[flood.length];
        CompletableFuture<Void> printing = print(open, flood);
        RawWebSocket socket = open.socket();
        long position = 0;
        long end = 0;
        Random random = new Random(4);
        while (end < flood.length) {
            int wanted = 100_000 + random.nextInt(500_000);
            for (int got = 0; got < wanted && end < flood.length; ) {
                byte[] piece = socket.nextBytes(1);
                System.arraycopy(piece, 0, shown, (int) position, piece.length);
                position += piece.length;
                end = Math.max(end, position);
                got += piece.length;
                socket.sendText("{\"type\":\"ack\",\"position\":" + position + "}");
            }
            socket.close();
            // A page that was loaded anew has nothing, and asks for all that is kept; one that lost its connection for
            // the rest.
            String from = random.nextBoolean() ? "" : ",\"from\":" + position;
            socket = open("{\"kind\":\"exec\",\"mode\":\"control\",\"console\":\"" + id + "\"" + from + "}", false)
                    .socket();
            position = json(socket.nextControl("hello")).get("position").asLong();
            assertThat(position).as("no hole").isLessThanOrEqualTo(end);
        }
        assertThat(shown).isEqualTo(flood);
        printing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aSlowWatcherIsToldWhatItMissedAndHoldsUpNobody() throws Exception {
        Open open = open("serial");
        RawWebSocket slow =
                open("{\"kind\":\"serial\",\"mode\":\"view\"}", false).socket();
        slow.nextControl("hello");
        byte[] flood = random(4 * MEBIBYTE);
        CompletableFuture<Void> printing = print(open, flood);
        byte[] shown = readAll(open.socket(), flood.length);
        assertThat(shown).isEqualTo(flood);
        printing.get(10, TimeUnit.SECONDS);

        byte[] begin = slow.nextBytes(TerminalSeat.CREDIT);
        assertThat(begin).isEqualTo(Arrays.copyOf(flood, begin.length));
        slow.sendText("{\"type\":\"ack\",\"position\":" + begin.length + "}");
        JsonNode missed = json(slow.nextControl("missed"));
        long next = missed.get("position").asLong();
        assertThat(missed.get("bytes").asLong()).isEqualTo(next - begin.length);
        // While the flood goes on, what is kept may be gone again before any of it was sent.
        RawWebSocket.Frame frame = slow.next(TerminalRelayTest::isOutputOrMissed);
        while (!isBytes(frame)) {
            JsonNode more = json(frame.text());
            assertThat(more.get("bytes").asLong())
                    .isEqualTo(more.get("position").asLong() - next);
            next = more.get("position").asLong();
            frame = slow.next(TerminalRelayTest::isOutputOrMissed);
        }
        byte[] after = frame.payload();
        assertThat(after).isEqualTo(Arrays.copyOfRange(flood, (int) next, (int) next + after.length));
    }

    private static boolean isOutputOrMissed(RawWebSocket.Frame frame) {
        return isBytes(frame) || frame.text().contains("\"type\":\"missed\"");
    }

    private static boolean isBytes(RawWebSocket.Frame frame) {
        return frame.opcode() == 2;
    }

    @Test
    void aStalledHolderHoldsUpOthersForAWhileOnlyAndItsInputArrives() throws Exception {
        Open stalled = open("serial");
        RawWebSocket watcher =
                open("{\"kind\":\"serial\",\"mode\":\"view\"}", false).socket();
        byte[] flood = random(3 * MEBIBYTE);
        CompletableFuture<Void> printing = print(stalled, flood);

        stalled.socket().sendBinary("still here".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(stalled.guest().heard()).isEqualTo("still here"));
        assertThat(readAll(watcher, flood.length)).isEqualTo(flood);
        printing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatAWatcherSendsReachesNothing() throws Exception {
        Open open = open("serial");
        RawWebSocket watcher =
                open("{\"kind\":\"serial\",\"mode\":\"view\"}", false).socket();
        watcher.nextControl("hello");
        watcher.sendBinary("rm -rf /\n".getBytes(StandardCharsets.UTF_8));
        watcher.sendText("{\"type\":\"resize\",\"columns\":10,\"rows\":10}");
        watcher.sendText("{\"type\":\"signal\",\"name\":\"KILL\"}");
        watcher.sendText("{\"type\":\"control\",\"want\":\"ask\"}");
        watcher.nextControl("taken");

        open.socket().sendBinary(new byte[] {'x'});
        await().untilAsserted(() -> assertThat(open.guest().heard()).isEqualTo("x"));
        assertThat(open.guest().sizes()).isEmpty();
        assertThat(open.guest().signals()).isEmpty();
    }

    @Test
    void controlIsSeenAskedForAndHandedOver() throws Exception {
        Open first = open("serial");
        Open second = open("{\"kind\":\"serial\",\"mode\":\"control\"}", false);
        JsonNode both = json(first.socket()
                .next(frame -> frame.text().contains("presence") && frame.text().contains(second.viewer()))
                .text());
        assertThat(both.get("holder").stringValue()).isEqualTo(first.viewer());
        assertThat(both.get("viewers").get(1).get("name").stringValue()).isEqualTo(USER);
        second.socket().sendBinary(new byte[] {'2'});
        second.socket().nextControl("taken");

        second.socket().sendText("{\"type\":\"control\",\"want\":\"ask\"}");
        first.socket().next(frame -> frame.text().contains("\"asks\":true"));
        first.socket().sendText("{\"type\":\"control\",\"want\":\"give\",\"to\":\"" + second.viewer() + "\"}");
        second.socket().next(frame -> frame.text().contains("\"holder\":\"" + second.viewer()));
        second.socket().sendBinary(new byte[] {'B'});
        await().untilAsserted(() -> assertThat(first.guest().heard()).isEqualTo("B"));

        second.socket().sendText("{\"type\":\"resize\",\"columns\":100,\"rows\":30}");
        assertThat(first.socket().nextControl("resize")).contains("100").contains("30");
    }

    @Test
    void sizesAreClampedAndAFloodOfThemIsThinned() throws Exception {
        Open open = open("exec");
        for (String size : new String[] {
            "\"columns\":0,\"rows\":0",
            "\"columns\":-5,\"rows\":-5",
            "\"columns\":65535,\"rows\":65535",
            "\"columns\":99999999999,\"rows\":1"
        }) {
            open.socket().sendText("{\"type\":\"resize\"," + size + "}");
        }
        for (int i = 0; i < 500; i++) {
            open.socket().sendText("{\"type\":\"resize\",\"columns\":" + (50 + i) + ",\"rows\":20}");
        }
        open.socket().sendText("{\"type\":\"resize\",\"columns\":80,\"rows\":25}");
        await().untilAsserted(() -> assertThat(open.guest().sizes()).last().isEqualTo(new TerminalSize(80, 25)));
        assertThat(open.guest().sizes())
                .hasSizeLessThan(100)
                .allMatch(size -> size.columns() <= 1000 && size.rows() >= 1);
    }

    @Test
    void theEndIsToldWithItsCodeAfterTheLastByte() throws Exception {
        Open open = open("exec");
        open.guest().say("bye");
        open.guest().end(3);

        assertThat(open.socket().nextBytes(3)).asString().isEqualTo("bye");
        JsonNode exit = json(open.socket().nextControl("exit"));
        assertThat(exit.get("code").asInt()).isEqualTo(3);
        assertThat(open.socket().awaitClose().closeCode()).isEqualTo(1000);
        await().untilAsserted(() -> assertThat(open.guest().isClosed()).isTrue());
    }

    @Test
    void aLostEngineIsToldAsSuch() throws Exception {
        Open open = open("exec");
        open.guest().breakOff();

        RawWebSocket.Frame close = open.socket().awaitClose();
        assertThat(close.closeCode()).isEqualTo(1013);
        assertThat(close.closeReason()).contains("comes back when the instance does");
    }

    @Test
    void theEnginesRefusalIsToldInWords() throws Exception {
        backend.enter(guest, dev.bulkhead.engine.InstanceState.STOPPED);
        RawWebSocket socket = connect(ticket(browser, "{\"kind\":\"exec\",\"mode\":\"control\"}"));

        RawWebSocket.Frame close = socket.awaitClose();
        assertThat(close.closeCode()).isEqualTo(1008);
        assertThat(close.closeReason()).isEqualTo("The guest does not run");
    }

    @Test
    void pausedMeansSilentAndResumedLosesNothing() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        open.socket().sendText("{\"type\":\"pause\"}");
        open.socket().sendBinary(new byte[] {'.'});
        open.socket().nextControl("taken");
        open.guest().say("held");
        await().untilAsserted(() -> assertThat(open.guest().unread()).isZero());
        open.socket().sendText("{\"type\":\"resume\"}");
        assertThat(open.socket().nextBytes(4)).asString().isEqualTo("held");
    }

    @Test
    void malformedAndOversizedFramesCloseWithTheRightCode() throws Exception {
        Open malformed = open("exec");
        malformed.socket().sendText("{\"type\":");
        assertThat(malformed.socket().awaitClose().closeCode()).isEqualTo(1007);

        Open tooLong = open("exec");
        tooLong.socket().sendText("{\"type\":\"" + "x".repeat(5_000) + "\"}");
        assertThat(tooLong.socket().awaitClose().closeCode()).isEqualTo(1009);

        Open unmasked = open("exec");
        unmasked.socket().send(RawWebSocket.BINARY, true, false, new byte[] {'x'});
        assertThat(containersCode(unmasked)).isIn(1002, 1006);
        assertThat(unmasked.guest().heard()).isEmpty();

        Open notText = open("exec");
        notText.socket().send(RawWebSocket.TEXT, true, true, new byte[] {(byte) 0xFF});
        assertThat(containersCode(notText)).isIn(1007, 1006);
    }

    /** What the container ends a connection with; 1006 is the end without a word that it takes while a message of ours is on its way. */
    private static int containersCode(Open open) throws IOException {
        try {
            return open.socket().awaitClose().closeCode();
        } catch (EOFException withoutCode) {
            return 1006;
        }
    }

    @Test
    void aLaterVersionsWordIsIgnored() throws Exception {
        Open open = open("exec");
        open.socket().sendText("{\"type\":\"sing\",\"song\":\"la\"}");
        open.socket().sendBinary(new byte[] {'x'});
        await().untilAsserted(() -> assertThat(open.guest().heard()).isEqualTo("x"));
    }

    @Test
    void fragmentsAreOneStream() throws Exception {
        Open open = open("exec");
        open.socket().send(RawWebSocket.BINARY, false, true, "one ".getBytes(StandardCharsets.UTF_8));
        open.socket().send(0, false, true, "two ".getBytes(StandardCharsets.UTF_8));
        open.socket().send(0, true, true, "three".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(open.guest().heard()).isEqualTo("one two three"));
    }

    @Test
    void aLargePasteArrivesWholeWhileOutputIsStuck() throws Exception {
        Open open = open("exec");
        byte[] paste = random(10 * MEBIBYTE);
        CountDownLatch sent = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                open.socket().sendBinary(paste);
                sent.countDown();
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(open.guest().heardBytes()).hasSize(paste.length));
        assertThat(open.guest().heardBytes()).isEqualTo(paste);
    }

    @Test
    void oneUserOpensFiftyAndIsRefusedTheNextInWords() throws Exception {
        Open last = open("exec");
        for (int i = 1; i < 50; i++) {
            last = open("exec");
        }
        RawWebSocket.Frame close = connect(ticket(browser, "{\"kind\":\"exec\",\"mode\":\"control\"}"))
                .awaitClose();
        assertThat(close.closeCode()).isEqualTo(1013);
        assertThat(close.closeReason()).startsWith("You have 50 consoles open");

        last.socket().close();
        await().untilAsserted(() -> assertThat(connect(ticket(browser, "{\"kind\":\"exec\",\"mode\":\"control\"}"))
                        .next()
                        .text())
                .contains("hello"));
    }

    @Test
    void aDeadBrowserLeavesItsTerminalForItsReturn() throws Exception {
        Open open = open("exec");
        String id = json(open.socket().nextControl("hello")).get("console").stringValue();
        open.socket().close();
        open.guest().say("while you were away");

        Open again = open("{\"kind\":\"exec\",\"mode\":\"control\",\"console\":\"" + id + "\"}", false);
        assertThat(again.socket().nextBytes(19)).asString().isEqualTo("while you were away");
        again.socket().sendBinary(new byte[] {'y'});
        await().untilAsserted(() -> assertThat(open.guest().heard()).isEqualTo("y"));
    }

    private long received(Open open) {
        return json(administrator().get("/api/v1/consoles").body())
                .valueStream()
                .filter(console -> console.get("viewers").toString().contains(open.viewer()))
                .mapToLong(console -> console.get("received").asLong())
                .sum();
    }

    private static byte[] readAll(RawWebSocket socket, int length) throws java.io.IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        while (shown.size() < length) {
            shown.writeBytes(socket.nextBytes(1));
            socket.sendText("{\"type\":\"ack\",\"position\":" + shown.size() + "}");
        }
        return shown.toByteArray();
    }

    private static CompletableFuture<Void> print(Open open, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                open.guest().say(bytes);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
