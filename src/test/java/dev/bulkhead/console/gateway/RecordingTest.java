package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.fake.FakeConsole;
import dev.bulkhead.testing.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Recordings by policy of consoles on the fake engine: what is written, who may have it, and that nobody waits for it. */
@TestPropertySource(
        properties = {"bulkhead.consoles.recording.policy=always", "bulkhead.consoles.recording.input=true"})
class RecordingTest extends GatewayTest {

    @Value("${bulkhead.data-dir}")
    private Path data;

    private JsonNode latest() {
        return first("/api/v1/recordings");
    }

    private JsonNode console() {
        return first("/api/v1/consoles");
    }

    private JsonNode first(String list) {
        return json(administrator().get(list).body())
                .valueStream()
                .filter(each -> each.get("instance").stringValue().equals(id(guest)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode ended() {
        await().untilAsserted(() -> assertThat(latest().get("endedAt").isNull()).isFalse());
        return latest();
    }

    private List<JsonNode> events(JsonNode recording) {
        String content = administrator()
                .get("/api/v1/recordings/" + recording.get("id").stringValue() + "/content")
                .body();
        return content.lines().map(GatewayTest::json).toList();
    }

    private static String output(List<JsonNode> events) {
        StringBuilder all = new StringBuilder();
        events.stream()
                .skip(1)
                .filter(event -> event.get(1).stringValue().equals("o"))
                .forEach(event -> all.append(event.get(2).stringValue()));
        return all.toString();
    }

    @Test
    void aTerminalIsWrittenDownFromItsFirstByteToItsLast() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        open.guest().splitInto(1);
        open.guest().say("$ wörld 漢😀\r\n");
        open.socket().nextBytes("$ wörld 漢😀\r\n".getBytes(StandardCharsets.UTF_8).length);
        open.socket().sendText("{\"type\":\"resize\",\"columns\":120,\"rows\":40}");
        await().until(() -> !open.guest().sizes().isEmpty());
        open.socket().sendBinary("exit\r".getBytes(StandardCharsets.UTF_8));
        await().until(() -> open.guest().heard().equals("exit\r"));
        open.guest().say("bye");
        open.guest().end(0);

        JsonNode recording = ended();
        assertThat(recording.get("startedBy").stringValue()).isEqualTo(USER);
        assertThat(recording.get("watchers").stringValue()).isEqualTo(USER);
        List<JsonNode> events = events(recording);
        assertThat(events.getFirst().get("version").asInt()).isEqualTo(2);
        assertThat(output(events)).isEqualTo("$ wörld 漢😀\r\nbye");
        assertThat(events.stream()
                        .skip(1)
                        .map(event -> event.get(1).stringValue() + event.get(2).stringValue()))
                .contains("r120x40", "iexit\r");
        List<Double> times =
                events.stream().skip(1).map(event -> event.get(0).asDouble()).toList();
        assertThat(new ArrayList<>(times)).isSorted();
        assertThat(recording.get("bytes").asLong())
                .isEqualTo(Files.size(
                        data.resolve("recordings").resolve(recording.get("id").stringValue() + ".cast")));
        assertThat(audited("recording.play", "done")).isPositive();
    }

    @Test
    void allWhoAreThereAreToldAndItGoesOnWithoutThem() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        assertThat(console().get("recording").asBoolean()).isTrue();

        open.socket().close();
        open.guest().say("nobody sees this");
        await().untilAsserted(() -> assertThat(output(events(latest()))).isEqualTo("nobody sees this"));
        assertThat(latest().get("endedAt").isNull()).isTrue();
        open.guest().end(0);
        ended();
    }

    @Test
    void whatGoesOnIsNotDeletedAndWhatHasEndedIs() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        String path = "/api/v1/recordings/" + latest().get("id").stringValue();
        assertThat(administrator().send("DELETE", path).statusCode()).isEqualTo(409);

        open.guest().end(0);
        ended();
        Path file = data.resolve("recordings").resolve(latest().get("id").stringValue() + ".cast");
        assertThat(file).exists();
        assertThat(administrator().send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(administrator().get(path).statusCode()).isEqualTo(404);
        assertThat(administrator().get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(file).doesNotExist();
    }

    @Test
    void aScreenIsWrittenDownAsItsPicturesCameAndItsTextsAreNot() throws Exception {
        Open open = open("screen");
        FakeConsole server = backend.nextConsole();
        server.splitInto(1);
        greet(server, 2, 1);
        byte[] picture = update(0, 2, 1, new byte[] {1, 2, 3, 0, 4, 5, 6, 0});
        byte[] copied = update(1, 1, 1, new byte[4]);
        byte[] larger = update(-223, 4, 2, new byte[0]);
        server.say(picture);
        server.say(new byte[] {2, 3, 0, 0, 0, 0, 0, 0, 6, 's', 'e', 'c', 'r', 'e', 't'});
        server.say(copied);
        server.say(larger);
        byte[] asked = {3, 0, 0, 0, 0, 0, 0, 2, 0, 1, 3, 1, 0, 0, 0, 0, 0, 2, 0, 1};
        byte[] askedAnew = {3, 0, 0, 0, 0, 0, 0, 4, 0, 2};
        // Version, choice, ClientInit, SetPixelFormat, SetEncodings, and then four requests.
        await().untilAsserted(() -> assertThat(server.heardBytes()).hasSize(12 + 1 + 1 + 20 + 16 + 40));
        byte[] heard = server.heardBytes();
        assertThat(Arrays.copyOfRange(heard, 50, 70)).isEqualTo(asked);
        assertThat(Arrays.copyOfRange(heard, 80, 90)).isEqualTo(askedAnew);

        closeConsole();
        JsonNode recording = ended();
        ByteArrayOutputStream wanted = new ByteArrayOutputStream();
        for (byte[] each : List.of(picture, copied, larger)) {
            wanted.writeBytes(each);
        }
        assertThat(written(recording)).containsExactly(new Connection(2, 1, hex(wanted.toByteArray())));
        assertThat(open.guest().isClosed()).isTrue();
    }

    @Test
    void aScreenThatWasLostWithinAPictureIsWrittenDownAnew() throws Exception {
        open("screen");
        FakeConsole server = backend.nextConsole();
        greet(server, 2, 1);
        byte[] picture = update(0, 2, 1, new byte[] {1, 2, 3, 0, 4, 5, 6, 0});
        server.say(Arrays.copyOf(picture, picture.length - 1));
        server.end(null);
        FakeConsole again = backend.nextConsole();
        greet(again, 4, 2);
        again.say(picture);
        await().untilAsserted(() -> assertThat(again.heardBytes()).hasSize(12 + 1 + 1 + 20 + 16 + 20));

        closeConsole();
        assertThat(written(ended())).containsExactly(new Connection(2, 1, ""), new Connection(4, 2, hex(picture)));
    }

    private void closeConsole() {
        administrator().send("DELETE", "/api/v1/consoles/" + console().get("id").stringValue());
    }

    /** What a VNC server says until it is asked for pictures. */
    private static void greet(FakeConsole server, int width, int height) throws InterruptedException {
        server.say("RFB 003.008\n");
        server.say(new byte[] {1, 1});
        server.say(new byte[4]);
        server.say(ByteBuffer.allocate(25)
                .putShort((short) width)
                .putShort((short) height)
                .position(20)
                .putInt(1)
                .put((byte) 'x')
                .array());
    }

    private static byte[] update(int encoding, int width, int height, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(0)
                .putShort((short) width)
                .putShort((short) height)
                .putInt(encoding)
                .put(body)
                .array();
    }

    /** What was written down of one connection to a screen; its bytes as {@link #hex}. */
    private record Connection(int width, int height, String bytes) {}

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private List<Connection> written(JsonNode recording) throws IOException {
        Path file = data.resolve("recordings").resolve(recording.get("id").stringValue() + ".rfb.gz");
        List<Connection> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            assertThat(new String(in.readNBytes(8), StandardCharsets.US_ASCII)).isEqualTo("BHRFB001");
            long last = 0;
            for (byte[] mark = in.readNBytes(8); mark.length == 8; mark = in.readNBytes(8)) {
                ByteBuffer numbers = ByteBuffer.wrap(mark);
                assertThat((long) numbers.getInt(0)).isGreaterThanOrEqualTo(last);
                last = numbers.getInt(0);
                if (numbers.getInt(4) == 0) {
                    all.add(new Connection(in.readUnsignedShort(), in.readUnsignedShort(), ""));
                } else {
                    Connection now = all.removeLast();
                    all.add(new Connection(
                            now.width(), now.height(), now.bytes() + hex(in.readNBytes(numbers.getInt(4)))));
                }
            }
        }
        return all;
    }

    @Test
    void oneOfAPrivateConsoleIsThereForNobodyButWhoHadItRecordedAndWhoManagesConsoles() throws Exception {
        open("exec").socket().nextControl("hello");
        String mine = latest().get("id").stringValue();
        open("serial").socket().nextControl("hello");
        String everybodys = latest().get("id").stringValue();
        TestAccess access = new TestAccess(application);
        access.person("bob", PASSWORD, Role.ADMINISTRATOR);
        HttpCaller bob = anyone().basic("bob", PASSWORD);
        assertThat(bob.get("/api/v1/recordings").body()).contains(mine, everybodys);

        access.person("bob", PASSWORD, Role.MANAGER);
        assertThat(bob.get("/api/v1/recordings").body()).contains(everybodys).doesNotContain(mine);
        assertThat(bob.get("/api/v1/recordings/" + everybodys + "/content").statusCode())
                .isEqualTo(200);
        String path = "/api/v1/recordings/" + mine;
        assertThat(bob.get(path).statusCode()).isEqualTo(404);
        assertThat(bob.get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(bob.send("DELETE", path).statusCode()).isEqualTo(404);
        assertThat(administrator().get(path + "/content").statusCode()).isEqualTo(200);
    }

    @Test
    void strangersGetNothing() throws IOException {
        HttpCaller stranger = anyone();
        assertThat(stranger.get("/api/v1/recordings").statusCode()).isEqualTo(401);
        assertThat(administrator().get("/api/v1/recordings/..%2Fdb/content").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(administrator().get("/api/v1/recordings/nothing").statusCode())
                .isEqualTo(404);
    }
}
