package dev.bulkhead.operation.audit.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.bulkhead.access.Origin;
import dev.bulkhead.operation.TestOperations;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.TestAudit;
import dev.bulkhead.testing.TestCertificate;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows reach real receivers on the loopback network, in order, each at least once, whatever becomes of either side. */
class ShippingTest {

    private static final String SECRET = "a secret that both of them know";

    private final DataSource database = TestOperations.database();
    private final TestAudit audit = TestAudit.over(database);
    private final ShippingStore store = new ShippingStore(JdbcClient.create(database));
    private final List<Shipper> running = new ArrayList<>();
    private final List<Long> received = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        running.forEach(Shipper::end);
    }

    private Shipper ship(@Nullable URI syslog, @Nullable URI webhook, @Nullable Path ca, int mostBehind)
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Receiver receiver = Receivers.of(new ShippingSettings(syslog, webhook, secret, ca, mostBehind))
                .getFirst();
        Shipper shipper = new Shipper(receiver, audit.tail(), store, mostBehind, Duration.ofMillis(5), () -> {});
        running.add(shipper);
        Thread.ofVirtual().start(shipper);
        await().until(() -> store.find(receiver.name()).isPresent());
        return shipper;
    }

    private void record(int rows) {
        IntStream.range(0, rows)
                .forEach(i -> audit.trail()
                        .record(AuditEntry.now(
                                new Origin("a\"d]a\n", Origin.Proof.SESSION, null, "192.0.2.7"),
                                "start",
                                new AuditTarget("lab.x", "Müller\n<13>1 forged"),
                                AuditOutcome.INTENT,
                                "why")));
    }

    private static Long[] numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
    }

    private void take(String message) {
        assertThat(message)
                .matches("(?s)<109>1 \\S+ \\S+ bulkhead - start \\[audit@32473 seq=\"\\d+\" actor=\"a\\\\\"d\\\\]a\\?\""
                        + " outcome=\"INTENT\"\\] \ufeff\\{.*}")
                .doesNotContain("\n");
        received.add(json(message.substring(message.indexOf('\ufeff') + 1))
                .path("seq")
                .asLong());
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void syslogTakesRowsAsDatagrams() throws IOException {
        try (DatagramSocket sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                byte[] buffer = new byte[65_535];
                try {
                    while (true) {
                        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                        sink.receive(packet);
                        take(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            ship(URI.create("udp://127.0.0.1:" + sink.getLocalPort()), null, null, 1000);
            record(20);
            await().untilAsserted(() -> assertThat(received).containsExactly(numbers(1, 20)));
        }
    }

    /** The frames of one connection, until it ends. */
    private void read(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream())) {
            while (true) {
                StringBuilder length = new StringBuilder();
                for (int next = in.read(); next != ' '; next = in.read()) {
                    if (next < 0) {
                        return;
                    }
                    length.append((char) next);
                }
                take(new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            // It was cut, as the test wanted.
        }
    }

    private void accept(ServerSocket sink, List<Socket> open) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = sink.accept();
                    open.add(connection);
                    Thread.ofVirtual().start(() -> read(connection));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    @Test
    void aConnectionThatBreaksIsMadeAnewAndARestartGoesOnWhereItWas() throws IOException {
        List<Socket> open = new CopyOnWriteArrayList<>();
        int port;
        Shipper shipper;
        try (ServerSocket sink = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = sink.getLocalPort();
            accept(sink, open);
            shipper = ship(URI.create("tcp://127.0.0.1:" + port), null, null, 1000);
            record(5);
            await().untilAsserted(() -> assertThat(received).containsExactly(numbers(1, 5)));
            for (Socket connection : open) {
                connection.close();
            }
            record(5);
            await().untilAsserted(() -> assertThat(received).contains(numbers(6, 10)));
        }
        for (Socket connection : open) {
            connection.close();
        }
        record(5);
        await().untilAsserted(() -> assertThat(shipper.status().fault()).isNotNull());
        assertThat(shipper.status().behind()).isPositive();
        shipper.end();
        record(5);

        try (ServerSocket sink = new ServerSocket()) {
            sink.setReuseAddress(true);
            sink.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(sink, open);
            Shipper next = ship(URI.create("tcp://127.0.0.1:" + port), null, null, 1000);
            await().untilAsserted(() -> assertThat(received).contains(numbers(11, 20)));
            await().untilAsserted(() -> assertThat(next.status())
                    .isEqualTo(new ShippingStatus("syslog tcp://127.0.0.1:" + port, 20, 0, 0, null, null)));
        }
    }

    @Test
    void tlsIsSpokenWithWhomTheCertificateNamesAndWithNobodyElse() throws Exception {
        TestCertificate certificate = TestCertificate.of("dns:localhost");
        Path ca = certificate.certificate(folder.resolve("ca.pem"));
        try (ServerSocket sink = certificate
                .serving()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            accept(sink, new CopyOnWriteArrayList<>());
            Shipper wrongName = ship(URI.create("tls://127.0.0.1:" + sink.getLocalPort()), null, ca, 1000);
            Shipper stranger = ship(URI.create("tls://localhost:" + sink.getLocalPort()), null, null, 1000);
            record(3);
            await().untilAsserted(() -> {
                assertThat(wrongName.status().fault()).isNotNull();
                assertThat(stranger.status().fault()).isNotNull();
            });
            assertThat(received).isEmpty();
            stranger.end();
            wrongName.end();

            ship(URI.create("tls://localhost:" + sink.getLocalPort()), null, ca, 1000);
            await().untilAsserted(() -> assertThat(received).containsExactly(numbers(1, 3)));
        }
    }

    @Test
    void theWebhooksBodyIsSignedAndSentAgainUntilItIsTaken() throws Exception {
        HttpServer sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<Integer> answers = new CopyOnWriteArrayList<>(List.of(500, 302, 404));
        sink.createContext("/hook", exchange -> {
            String body = read(exchange.getRequestBody());
            String timestamp = exchange.getRequestHeaders().getFirst("Bulkhead-Timestamp");
            String signature = exchange.getRequestHeaders().getFirst("Bulkhead-Signature");
            int answer = answers.isEmpty() ? 204 : answers.removeFirst();
            if (answer == 204 && signature.equals("sha256=" + hmac(timestamp + "." + body))) {
                body.lines().forEach(line -> received.add(json(line).path("seq").asLong()));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        sink.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + sink.getAddress().getPort() + "/hook?key=canary");
            Shipper shipper = ship(null, address, null, 1000);
            record(450);
            await().untilAsserted(() -> assertThat(received).containsExactly(numbers(1, 450)));
            await().untilAsserted(() -> assertThat(shipper.status().fault()).isNull());
            assertThat(answers).isEmpty();
            assertThat(shipper.status().receiver()).doesNotContain("canary");
        } finally {
            sink.stop(0);
        }
    }

    @Test
    void whoIsTooFarBehindLosesTheOldestAndThatIsCounted() throws IOException {
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }
        Shipper shipper = ship(URI.create("tcp://127.0.0.1:" + port), null, null, 10);
        record(35);
        await().untilAsserted(() -> assertThat(shipper.status().dropped()).isEqualTo(25));
        assertThat(shipper.status().behind()).isEqualTo(10);

        try (ServerSocket sink = new ServerSocket()) {
            sink.setReuseAddress(true);
            sink.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(sink, new CopyOnWriteArrayList<>());
            await().untilAsserted(() -> assertThat(received).containsExactly(numbers(26, 35)));
        }
    }

    /** A receiver that takes nothing and answers nothing holds up nobody. */
    @Test
    void anActionDoesNotWaitForAReceiver() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ship(null, URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/"), null, 1000);
            long before = System.nanoTime();
            record(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            assertThat(received).isEmpty();
        }
    }

    private static String read(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
