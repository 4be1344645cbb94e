package dev.bulkhead.alert.send;

import dev.bulkhead.operation.webhook.ReceiverTrust;
import dev.bulkhead.operation.webhook.Webhook;
import dev.bulkhead.operation.webhook.WebhookAddress;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes the ways to targets. */
@Component
@EnableConfigurationProperties(SendSettings.class)
class Senders {

    private static final String KEY = "bulkhead.alert.";

    private final @Nullable Mailer mailer;
    private final SSLContext tls;
    private final byte @Nullable [] secret;
    private final String link;

    /** @throws dev.bulkhead.common.ConfigurationFault for settings that cannot work */
    Senders(SendSettings settings, @Value("${bulkhead.public-url:}") String publicUrl) {
        mailer = Mailer.of(settings);
        tls = ReceiverTrust.tls(KEY + "ca-file", settings.caFile());
        secret = settings.webhookSecretFile() == null
                ? null
                : ReceiverTrust.secret(KEY + "webhook-secret-file", settings.webhookSecretFile());
        link = publicUrl.isBlank() ? "" : publicUrl.strip().replaceFirst("/+$", "") + "/alerts";
    }

    /** Why nothing can be sent to such an address; "" when something can. Looks up the name of the host of an address in the clear. */
    String refusal(Form form, String address) {
        if (!form.isWeb()) {
            return mailer == null
                    ? "No mail server is set up: name one in " + KEY + "mail.host"
                    : Mailer.recipients(address) == null ? "Use e-mail addresses, with commas between them" : "";
        }
        try {
            return WebhookAddress.isUsable(URI.create(address))
                    ? ""
                    : "Use https://, or http:// on this machine, without a name and password in it";
        } catch (IllegalArgumentException malformed) {
            return "This is no web address";
        }
    }

    Sender to(Target target) {
        String refusal = refusal(target.form(), target.address());
        if (!refusal.isEmpty()) {
            return new Refusing(target.address().isEmpty() ? "Its address cannot be read; enter it anew" : refusal);
        }
        if (target.form().isWeb()) {
            // Chats do not know the secret; their addresses are one.
            Webhook webhook =
                    new Webhook(URI.create(target.address()), target.form() == Form.JSON ? secret : null, tls);
            return new Posting(webhook, target.form(), link);
        }
        return new Mailing(mailer, target.address(), link);
    }

    private record Posting(Webhook webhook, Form form, String link) implements Sender {

        @Override
        public void send(Message message) throws IOException {
            webhook.post("application/json", Bodies.of(form, message, link));
        }

        @Override
        public void close() {
            webhook.close();
        }
    }

    private record Mailing(@Nullable Mailer mailer, String addresses, String link) implements Sender {

        @Override
        public void send(Message message) throws IOException {
            if (mailer != null) {
                mailer.send(addresses, message, link);
            }
        }

        @Override
        public void close() {
            // Each mail has a connection of its own.
        }
    }

    private record Refusing(String why) implements Sender {

        @Override
        public void send(Message message) throws IOException {
            throw new IOException(why);
        }

        @Override
        public void close() {
            // It never began.
        }
    }
}
