package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.operation.audit.AuditJson;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.operation.webhook.Webhook;
import dev.bulkhead.operation.webhook.WebhookAddress;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Sends rows as lines of JSON, signed. */
final class WebhookReceiver implements Receiver {

    private final URI address;
    private final Webhook webhook;

    WebhookReceiver(URI address, byte[] secret, SSLContext tls) {
        this.address = address;
        this.webhook = new Webhook(address, secret, tls);
    }

    @Override
    public String name() {
        return "webhook " + WebhookAddress.shown(address);
    }

    @Override
    public void send(List<AuditRow> rows) throws IOException {
        webhook.post(
                "application/x-ndjson", rows.stream().map(AuditJson::line).collect(Collectors.joining("\n", "", "\n")));
    }

    @Override
    public void close() {
        webhook.close();
    }
}
