package dev.bulkhead.alert.send;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mail how e-mail is sent
 * @param webhookSecretFile holds what receivers of our JSON know us by: bodies are signed with it; nothing to sign none
 * @param caFile certificates, in PEM, that receivers' are to be signed by, instead of those that Java trusts
 */
@ConfigurationProperties("bulkhead.alert")
record SendSettings(
        @DefaultValue Mail mail,
        @Nullable Path webhookSecretFile,
        @Nullable Path caFile) {

    /**
     * @param host of the server that takes mail; nothing for none
     * @param port nothing for the usual one: 587, or 465 with {@code tls}
     * @param user "" for a server that asks for none
     * @param passwordFile holds the user's password
     * @param from the address that mail comes from
     * @param security how the connection is kept secret
     */
    record Mail(
            @DefaultValue("") String host,
            @Nullable Integer port,
            @DefaultValue("") String user,
            @Nullable String passwordFile,
            @DefaultValue("") String from,
            @DefaultValue("starttls") Security security) {

        boolean isSetUp() {
            return !host.isBlank();
        }

        int usedPort() {
            return port != null ? port : security == Security.TLS ? 465 : 587;
        }
    }

    /** How a connection to a mail server is kept secret. */
    enum Security {
        /** Begins in the clear; nothing is sent before it is secret. */
        STARTTLS,
        TLS,
        /** To this machine only. */
        NONE
    }
}
