package dev.bulkhead.alert.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.TestRules;
import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.testing.HttpSink;
import dev.bulkhead.testing.OnEachDatabase;
import dev.bulkhead.testing.SmtpSink;
import dev.bulkhead.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts reach real servers on the loopback network, each once, whatever becomes of either side. */
@OnEachDatabase
class DeliveryTest {

    private static final String SECRET = "a secret that both of them know";

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final HttpSink web = new HttpSink();
    private final SmtpSink mail = new SmtpSink();
    private final AtomicReference<LocalTime> time = new AtomicReference<>(LocalTime.NOON);
    private final List<Messenger> running = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        running.forEach(Messenger::end);
        web.close();
        mail.close();
    }

    private Senders senders(SendSettings.Security security, @Nullable String user) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        return new Senders(
                new SendSettings(
                        new SendSettings.Mail(
                                "127.0.0.1",
                                mail.port(),
                                user == null ? "" : user,
                                secret.toString(),
                                "bulkhead@example.org",
                                security),
                        secret,
                        null),
                "https://bulkhead.example/");
    }

    private static Target target(Form form, String address, @Nullable MutedHours muted) {
        return new Target(UUID.randomUUID(), "people", form, address, true, muted);
    }

    private Messenger begin(Target target, Senders senders) {
        jdbc.sql("""
                        insert into alert_target (id, name, form, address, enabled)
                        select :id, 'people', 'JSON', '', true where not exists (select 1 from alert_target where id = :id)
                        """).param("id", target.id()).update();
        Messenger messenger = new Messenger(
                target, senders.to(target), new ToldStore(jdbc), time::get, Duration.ofMillis(5), () -> {});
        running.add(messenger);
        Thread.ofVirtual().start(messenger);
        return messenger;
    }

    private Alert fire(String name) {
        Alert alert = TestRules.alert(name, null);
        TestRules.keep(database, alert);
        running.forEach(Messenger::wake);
        return alert;
    }

    private void clear(Alert alert) {
        TestRules.end(database, alert);
        running.forEach(Messenger::wake);
    }

    @Test
    void anAlertReachesAWebhookSignedAndSoDoesItsEnd() throws Exception {
        Messenger messenger = begin(
                target(Form.JSON, web.address() + "/hook?key=canary", null), senders(SendSettings.Security.NONE, null));
        Alert alert = fire("web-01");
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(1));
        HttpSink.Post post = web.posts().getFirst();
        assertThat(post.path()).isEqualTo("/hook?key=canary");
        assertThat(post.body()).contains("\"state\":\"firing\"", "web-01", "https://bulkhead.example/alerts");
        assertThat(post.signature()).isEqualTo("sha256=" + hmac(post.timestamp() + "." + post.body()));

        clear(alert);
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(2));
        assertThat(web.posts().getLast().body()).contains("\"state\":\"over\"");
        assertThat(messenger.status().toldAt()).isNotNull();
        assertThat(messenger.status().address()).doesNotContain("canary").endsWith("/…");
    }

    @Test
    void aChatIsNotSignedAndFollowsNowhere() throws IOException {
        web.answer(302);
        Messenger messenger =
                begin(target(Form.SLACK, web.address() + "/s", null), senders(SendSettings.Security.NONE, null));
        fire("web-01");
        await().untilAsserted(() -> assertThat(messenger.status().fault()).isEqualTo("It answered 302"));
        web.answer(200);
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(1));
        assertThat(web.posts().getFirst().signature()).isEmpty();
        await().untilAsserted(() -> assertThat(messenger.status().fault()).isNull());
    }

    @Test
    void anAlertReachesAMailboxAndSoDoesItsEnd() throws IOException {
        begin(
                target(Form.EMAIL, "a@example.org, b@example.org", null),
                senders(SendSettings.Security.NONE, "bulkhead"));
        Alert alert = fire("wëb-01");
        await().untilAsserted(() -> assertThat(mail.mails()).hasSize(1));
        assertThat(mail.mails().getFirst())
                .contains("To: a@example.org, b@example.org", "From: bulkhead@example.org", "Auto-Submitted")
                .contains("97.5 % (1.95 of 2.00");
        assertThat(mail.commands()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
        clear(alert);
        await().untilAsserted(() -> assertThat(mail.mails()).hasSize(2));
        assertThat(mail.mails().getLast()).contains("Subject: ").contains("is 50 % now");
    }

    /** A server that offers no STARTTLS gets neither the password nor the mail. */
    @Test
    void mailThatIsToBeSecretIsNotSentInTheClear() throws IOException {
        Messenger messenger =
                begin(target(Form.EMAIL, "a@example.org", null), senders(SendSettings.Security.STARTTLS, "bulkhead"));
        fire("web-01");
        await().untilAsserted(() -> assertThat(messenger.status().fault()).containsIgnoringCase("STARTTLS"));
        assertThat(mail.mails()).isEmpty();
        assertThat(mail.commands()).allMatch(line -> line.startsWith("EHLO") || line.equals("QUIT"));
    }

    private long tries() {
        return mail.commands().stream()
                .filter(command -> command.startsWith("MAIL"))
                .count();
    }

    @Test
    void mailInTheClearIsForThisMachineOnly() {
        SendSettings settings = new SendSettings(
                new SendSettings.Mail("192.0.2.1", 25, "", null, "a@example.org", SendSettings.Security.NONE),
                null,
                null);
        assertThatThrownBy(() -> Mailer.of(settings))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("bulkhead.alert.mail.security");
    }

    /** The end of what nobody was told of is not told; what still fires is, late. */
    @Test
    void aTargetThatFailsIsToldLaterAndOnlyWhatStillFires() throws IOException {
        mail.refuse(true);
        Messenger messenger =
                begin(target(Form.EMAIL, "a@example.org", null), senders(SendSettings.Security.NONE, null));
        Alert brief = fire("brief");
        await().untilAsserted(() -> assertThat(messenger.status().fault()).contains("451"));
        clear(brief);
        fire("lasting");
        // The try that is under way may have read that the other still fires.
        long before = tries();
        await().until(() -> tries() > before + 1);
        mail.refuse(false);
        await().untilAsserted(() -> assertThat(mail.mails()).hasSize(1));
        assertThat(mail.mails().getFirst()).contains("lasting").doesNotContain("brief");
    }

    @Test
    void aRestartTellsNothingTwice() throws IOException {
        Target target = target(Form.JSON, web.address(), null);
        Senders senders = senders(SendSettings.Security.NONE, null);
        Messenger first = begin(target, senders);
        Alert alert = fire("web-01");
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(1));
        await().untilAsserted(() ->
                assertThat(new ToldStore(jdbc).news(target.id(), 10)).isEmpty());
        first.end();
        begin(target, senders);
        fire("web-02");
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(2));
        assertThat(web.posts().getLast().body()).contains("web-02").doesNotContain("web-01");
        clear(alert);
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(3));
    }

    @Test
    void mutedHoursHoldBackWhatStillFiresAfterThemAndNoTest() throws IOException {
        time.set(LocalTime.of(23, 0));
        MutedHours night = new MutedHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        Messenger messenger = begin(target(Form.JSON, web.address(), night), senders(SendSettings.Security.NONE, null));
        clear(fire("brief"));
        fire("lasting");
        messenger.test();
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(1));
        assertThat(web.posts().getFirst().body()).contains("\"test\":true");
        assertThat(messenger.status().mutedNow()).isTrue();
        time.set(LocalTime.of(7, 0));
        messenger.wake();
        await().untilAsserted(() -> assertThat(web.posts()).hasSize(2));
        assertThat(web.posts().getLast().body()).contains("lasting").doesNotContain("brief");
    }

    @Test
    void addressesOfOthersMachinesInTheClearAndThoseWithPasswordsAreRefused() throws IOException {
        Senders senders = senders(SendSettings.Security.NONE, null);
        assertThat(senders.refusal(Form.SLACK, "http://192.0.2.1/hook")).contains("https://");
        assertThat(senders.refusal(Form.JSON, "https://a:b@example.org/")).contains("https://");
        assertThat(senders.refusal(Form.JSON, "file:///etc/passwd")).contains("https://");
        assertThat(senders.refusal(Form.JSON, "no address")).isNotEmpty();
        assertThat(senders.refusal(Form.JSON, "https://example.org/hook")).isEmpty();
        assertThat(senders.refusal(Form.EMAIL, "a@example.org\r\nBcc: b@example.org"))
                .isNotEmpty();
        assertThat(senders.refusal(Form.EMAIL, "a@example.org, b@example.org")).isEmpty();
    }

    private static String hmac(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
