package dev.bulkhead.alert.send;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.SecretFile;
import dev.bulkhead.operation.webhook.ReceiverTrust;
import dev.bulkhead.operation.webhook.WebhookAddress;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends e-mail through the one server that the settings name. */
final class Mailer {

    private static final String KEY = "bulkhead.alert.";
    private static final String TIMEOUT_MILLIS = "15000";

    private final Session session;
    private final InternetAddress from;

    private Mailer(Session session, InternetAddress from) {
        this.session = session;
        this.from = from;
    }

    /**
     * @return null when no server is named
     * @throws ConfigurationFault for what cannot work
     */
    static @Nullable Mailer of(SendSettings settings) {
        SendSettings.Mail mail = settings.mail();
        if (!mail.isSetUp()) {
            return null;
        }
        if (mail.security() == SendSettings.Security.NONE && !WebhookAddress.isThisMachine(mail.host())) {
            throw new ConfigurationFault(
                    KEY + "mail.security", "none", "mail in the clear is for this machine only; use starttls or tls");
        }
        InternetAddress from;
        try {
            from = new InternetAddress(mail.from(), true);
        } catch (AddressException malformed) {
            throw new ConfigurationFault(KEY + "mail.from", mail.from(), "name the address that mail comes from");
        }
        String password = SecretFile.read(KEY + "mail.password-file", mail.passwordFile());
        return new Mailer(
                Session.getInstance(
                        properties(settings), mail.user().isEmpty() ? null : new Login(mail.user(), password)),
                from);
    }

    private static Properties properties(SendSettings settings) {
        SendSettings.Mail mail = settings.mail();
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", mail.host());
        properties.put("mail.smtp.port", String.valueOf(mail.usedPort()));
        properties.put("mail.smtp.auth", String.valueOf(!mail.user().isEmpty()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put(
                "mail.smtp.ssl.socketFactory",
                ReceiverTrust.tls(KEY + "ca-file", settings.caFile()).getSocketFactory());
        properties.put("mail.smtp.ssl.enable", String.valueOf(mail.security() == SendSettings.Security.TLS));
        boolean startTls = mail.security() == SendSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }

    private static final class Login extends Authenticator {

        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
        }
    }

    /** Of addresses with commas between them; null for anything else. */
    static InternetAddress @Nullable [] recipients(String addresses) {
        try {
            InternetAddress[] recipients = InternetAddress.parse(addresses, true);
            for (InternetAddress recipient : recipients) {
                recipient.validate();
            }
            return recipients.length == 0 ? null : recipients;
        } catch (AddressException malformed) {
            return null;
        }
    }

    void send(String addresses, Message message, String link) throws IOException {
        InternetAddress[] recipients = recipients(addresses);
        if (recipients == null) {
            throw new IOException("Its addresses cannot be read");
        }
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(from);
            mail.setRecipients(RecipientType.TO, recipients);
            mail.setSubject("[Bulkhead] " + message.title(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(Instant.now()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setText(text(message, link), StandardCharsets.UTF_8.name());
            Transport.send(mail);
        } catch (MessagingException failed) {
            throw new IOException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static String text(Message message, String link) {
        String lines = message.isTest() ? message.title() : String.join("\n\n", message.lines());
        return lines + "\n\n" + (link.isEmpty() ? "" : link + "\n");
    }
}
