package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.operation.webhook.ReceiverTrust;
import dev.bulkhead.operation.webhook.WebhookAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Makes the receivers that the settings name, or says what is wrong with them. */
final class Receivers {

    private static final String KEY = "bulkhead.audit.ship.";

    private Receivers() {}

    /** @throws ConfigurationFault for what cannot work */
    static List<Receiver> of(ShippingSettings settings) {
        List<Receiver> receivers = new ArrayList<>();
        SSLContext tls = ReceiverTrust.tls(KEY + "ca-file", settings.caFile());
        URI syslog = settings.syslog();
        if (syslog != null && !syslog.toString().isBlank()) {
            receivers.add(new SyslogReceiver(checkedSyslog(syslog), tls));
        }
        URI webhook = settings.webhook();
        if (webhook != null && !webhook.toString().isBlank()) {
            URI address = checkedWebhook(webhook);
            byte[] secret = ReceiverTrust.secret(KEY + "webhook-secret-file", settings.webhookSecretFile());
            receivers.add(new WebhookReceiver(address, secret, tls));
        }
        return receivers;
    }

    private static URI checkedSyslog(URI address) {
        if (!Set.of("udp", "tcp", "tls").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPort() < 1) {
            throw new ConfigurationFault(
                    KEY + "syslog", address.toString(), "use udp://, tcp:// or tls:// with a host and a port");
        }
        return address;
    }

    private static URI checkedWebhook(URI address) {
        if (!WebhookAddress.isUsable(address)) {
            throw new ConfigurationFault(
                    KEY + "webhook",
                    WebhookAddress.shown(address),
                    "use https://, or http:// on this machine, without a name and password in it");
        }
        return address;
    }
}
