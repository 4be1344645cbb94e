package dev.bulkhead.operation.audit.ship;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param syslog {@code udp://}, {@code tcp://} or {@code tls://} with host and port; nothing for none
 * @param webhook {@code https://} address that takes rows by POST, {@code http://} on this machine; nothing for none
 * @param webhookSecretFile holds what the receiver knows us by: the body is signed with it
 * @param caFile certificates, in PEM, that the receivers' are to be signed by, instead of those that Java trusts
 * @param mostBehind how many rows a receiver may be behind; what is older is left out for it and counted
 */
@ConfigurationProperties("bulkhead.audit.ship")
record ShippingSettings(
        @Nullable URI syslog,
        @Nullable URI webhook,
        @Nullable Path webhookSecretFile,
        @Nullable Path caFile,
        @DefaultValue("100000") int mostBehind) {}
