package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import dev.bulkhead.operation.audit.AuditTail;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One shipper for each receiver that is set up, for as long as Bulkhead runs. */
@Component
@EnableConfigurationProperties(ShippingSettings.class)
class Shipping {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final List<Shipper> shippers;
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);

    Shipping(ShippingSettings settings, AuditTail tail, ShippingStore store) {
        shippers = Receivers.of(settings).stream()
                .map(receiver -> new Shipper(
                        receiver, tail, store, settings.mostBehind(), FIRST_PAUSE, () -> changes.append(List.of(true))))
                .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        shippers.forEach(shipper -> Thread.ofVirtual().name("audit-shipping").start(shipper));
    }

    List<ShippingStatus> statuses() {
        return shippers.stream().map(Shipper::status).toList();
    }

    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    @PreDestroy
    void end() {
        shippers.forEach(Shipper::end);
    }
}
