package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.Registration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where the record is sent, and how far that has come. Answers from memory. */
@Service
public class ShippingService {

    private final Shipping shipping;

    ShippingService(Shipping shipping) {
        this.shipping = shipping;
    }

    /** One for each receiver; empty when none is set up. */
    @Requires(Permission.AUDIT_VIEW)
    public List<ShippingStatus> list() {
        return shipping.statuses();
    }

    /** Calls {@code listener} when that changes; any thread, must return at once. */
    @Requires(Permission.AUDIT_VIEW)
    public Registration onChange(Runnable listener) {
        return shipping.onChange(listener);
    }
}
