package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.fake.FakeConsole;
import dev.bulkhead.testing.RawWebSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The screen's path over a fake VNC server: handshake, password, watching only, hostile servers and clients (CASES A12, A18). */
class ScreenRelayTest extends GatewayTest {

    private static final String VERSION = "RFB 003.008\n";
    private static final byte[] KEY_A = {4, 1, 0, 0, 0, 0, 0, 'a'};
    private static final byte[] KEY_B = {4, 1, 0, 0, 0, 0, 0, 'b'};
    private static final byte[] POINTER = {5, 1, 0, 10, 0, 10};
    private static final byte[] UPDATE_REQUEST = {3, 1, 0, 0, 0, 0, 0, 16, 0, 16};

    @Test
    void theServerShakesHandsForTheBrowser() throws Exception {
        Open open = open("screen");
        serve(open.guest());
        greet(open.socket());

        open.socket().sendBinary(KEY_A);
        awaitHeard(open.guest(), KEY_A);
        open.guest().say("pixels");
        assertThat(open.socket().nextBytes(6)).asString().isEqualTo("pixels");
    }

    @Test
    void thePasswordIsAnsweredHereAndNeverReachesTheBrowser() throws Exception {
        Open open = open("screen");
        open.guest().password("geheim");
        open.guest().say(VERSION);
        open.guest().say(new byte[] {1, 2});
        byte[] challenge = new byte[16];
        Arrays.fill(challenge, (byte) 7);
        open.guest().say(challenge);
        open.guest().say(new byte[4]);

        greet(open.socket());
        byte[] heard = open.guest().heardBytes();
        assertThat(Arrays.copyOfRange(heard, 13, 29)).isEqualTo(RfbHandshake.answer(challenge, "geheim"));
    }

    @Test
    void aWatchersKeysPointerAndClipboardReachNothingEvenInPieces() throws Exception {
        Open open = open("{\"kind\":\"screen\",\"mode\":\"view\"}", true);
        serve(open.guest());
        greet(open.socket());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(KEY_A);
        all.writeBytes(POINTER);
        all.writeBytes(UPDATE_REQUEST);
        all.writeBytes(cutText(100_000));
        all.writeBytes(new byte[] {(byte) 255, 0, 0, 1, 0, 0, 0, 'a', 0, 0, 0, 30});
        all.writeBytes(new byte[] {(byte) 250, 0, 1, 2});
        all.writeBytes(UPDATE_REQUEST);
        for (byte each : all.toByteArray()) {
            open.socket().sendBinary(new byte[] {each});
        }

        awaitHeard(open.guest(), UPDATE_REQUEST, UPDATE_REQUEST);
    }

    @Test
    void theExtendedMouseIsLeftOutSoThatLengthsStayKnown() throws Exception {
        Open open = open("screen");
        serve(open.guest());
        greet(open.socket());
        open.socket()
                .sendBinary(ByteBuffer.allocate(12)
                        .put(new byte[] {2, 0, 0, 2})
                        .putInt(-316)
                        .putInt(7)
                        .array());

        awaitHeard(
                open.guest(),
                ByteBuffer.allocate(12)
                        .put(new byte[] {2, 0, 0, 2})
                        .putInt(0)
                        .putInt(7)
                        .array());
    }

    @Test
    void controlOfAScreenMovesByTheService() throws Exception {
        Open first = open("screen");
        serve(first.guest());
        greet(first.socket());
        Open second = open("screen");
        serve(second.guest());
        greet(second.socket());
        second.socket().sendBinary(KEY_B);
        second.socket().sendBinary(UPDATE_REQUEST);
        awaitHeard(second.guest(), UPDATE_REQUEST);

        first.socket().close();
        await().until(() -> !administrator().get("/api/v1/consoles").body().contains(first.viewer()));
        second.socket().sendBinary(KEY_B);
        awaitHeard(second.guest(), UPDATE_REQUEST, KEY_B);
    }

    @Test
    void aServerThatIsNoVncServerIsToldOf() throws Exception {
        Open open = open("screen");
        open.guest().say("HTTP/1.1 400 Bad Request\r\n");

        RawWebSocket.Frame close = open.socket().awaitClose();
        assertThat(close.closeCode()).isEqualTo(1011);
        assertThat(close.closeReason()).isEqualTo("What listens there is no VNC server");
        await().untilAsserted(() -> assertThat(open.guest().isClosed()).isTrue());
    }

    @Test
    void aServerThatRefusesSaysWhyAndNotTooMuch() throws Exception {
        Open open = open("screen");
        open.guest().say(VERSION);
        open.guest().say(new byte[] {0, 0, 0, 0, 9});
        open.guest().say("<b>no</b>");
        assertThat(open.socket().awaitClose().closeReason()).endsWith(": <b>no</b>");

        Open endless = open("screen");
        endless.guest().say(VERSION);
        endless.guest().say(new byte[] {0, 0x7F, -1, -1, -1});
        assertThat(endless.socket().awaitClose().closeReason()).isEqualTo("The VNC server refused the connection");
    }

    @Test
    void aSignInThatWeHaveNotIsNamed() throws Exception {
        Open open = open("screen");
        open.guest().say(VERSION);
        open.guest().say(new byte[] {2, 19, 2});

        assertThat(open.socket().awaitClose().closeReason()).contains("[19, 2]");
    }

    @Test
    void aClientOutOfStepIsClosed() throws Exception {
        Open open = open("screen");
        serve(open.guest());
        greet(open.socket());
        open.socket().sendBinary(new byte[] {99});
        assertThat(open.socket().awaitClose().closeCode()).isEqualTo(1007);

        Open text = open("screen");
        text.socket().sendText("hello");
        assertThat(text.socket().awaitClose().closeCode()).isEqualTo(1003);
    }

    @Test
    void aServerThatGoesIsToldAsSuch() throws Exception {
        Open open = open("screen");
        serve(open.guest());
        greet(open.socket());
        open.guest().end(null);

        assertThat(open.socket().awaitClose().closeCode()).isEqualTo(1013);
    }

    @Test
    void olderClientsAreUnderstood() throws Exception {
        Open open = open("screen");
        serve(open.guest());
        assertThat(open.socket().nextBytes(12)).asString().isEqualTo(VERSION);
        open.socket().sendBinary("RFB 003.003\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(open.socket().nextBytes(4)).containsExactly(0, 0, 0, 1);
        open.socket().sendBinary(new byte[] {0});
        open.socket().sendBinary(KEY_A);
        awaitHeard(open.guest(), KEY_A);
    }

    /** The fake guest's part of the handshake, without a password. */
    private static void serve(FakeConsole guest) throws InterruptedException {
        guest.say(VERSION);
        guest.say(new byte[] {1, 1});
        guest.say(new byte[4]);
    }

    /** The browser's part. */
    private static void greet(RawWebSocket socket) throws Exception {
        assertThat(socket.nextBytes(12)).asString().isEqualTo(VERSION);
        socket.sendBinary(VERSION.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.nextBytes(2)).containsExactly(1, 1);
        socket.sendBinary(new byte[] {1});
        assertThat(socket.nextBytes(4)).containsExactly(0, 0, 0, 0);
        socket.sendBinary(new byte[] {0});
    }

    /** After version, choice and ClientInit, which asks to share, whatever the browser asked. */
    private static void awaitHeard(FakeConsole guest, byte[]... messages) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(VERSION.getBytes(StandardCharsets.US_ASCII));
        expected.writeBytes(new byte[] {1, 1});
        for (byte[] message : messages) {
            expected.writeBytes(message);
        }
        await().untilAsserted(() -> assertThat(guest.heardBytes()).isEqualTo(expected.toByteArray()));
    }

    private static byte[] cutText(int length) {
        return ByteBuffer.allocate(8 + length)
                .put(new byte[] {6, 0, 0, 0})
                .putInt(length)
                .array();
    }
}
