package dev.bulkhead.alert.send;

import dev.bulkhead.operation.webhook.WebhookAddress;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told.
 *
 * @param id names it
 * @param name for people
 * @param form what it understands
 * @param address a web address, which is as good as a password, or addresses of people; "" when it cannot be read any more
 * @param enabled whether it is told anything
 * @param muted when not; null for never
 */
public record Target(
        UUID id,
        String name,
        Form form,
        String address,
        boolean enabled,
        @Nullable MutedHours muted) {

    /** The address as far as it may be shown. */
    public String shown() {
        return form.isWeb() && !address.isEmpty() ? WebhookAddress.shown(URI.create(address)) + "/…" : address;
    }

    @Override
    public String toString() {
        return "Target[" + id + ", " + form + "]";
    }
}
