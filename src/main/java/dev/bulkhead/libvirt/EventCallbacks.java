package dev.bulkhead.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import dev.bulkhead.engine.Change;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;

/**
 * The functions that libvirt calls on its event loop. There is one of each for the life of the process, held by this class: libvirt
 * may still call one while it is being deregistered, so none may ever be collected. Which connection is meant stands in the opaque
 * pointer, a number that is never used twice; events for a number that is gone are dropped.
 */
final class EventCallbacks {

    /** Who hears of one connection. Called on the event loop: must not block, throw or call libvirt over the wire. */
    interface Receiver {
        void changed(Change change);

        void closed(int reason);
    }

    /** Events whose arguments are the domain alone. */
    interface DomainEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, Pointer opaque);
    }

    interface LifecycleEvent extends Callback {
        int event(ConnectionPointer connection, DomainPointer domain, int event, int detail, Pointer opaque);
    }

    interface BalloonEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, long kibibytes, Pointer opaque);
    }

    /** Device added or removed, with its alias. */
    interface DeviceEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, Pointer alias, Pointer opaque);
    }

    /** A tray with its device's alias and what befell it. */
    interface TrayEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, Pointer alias, int reason, Pointer opaque);
    }

    interface AgentEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, int state, int reason, Pointer opaque);
    }

    interface MetadataEvent extends Callback {
        void event(ConnectionPointer connection, DomainPointer domain, int type, Pointer namespace, Pointer opaque);
    }

    /** Lifecycle of a network or pool. */
    interface ResourceEvent extends Callback {
        void event(ConnectionPointer connection, Pointer resource, int event, int detail, Pointer opaque);
    }

    interface PoolRefreshEvent extends Callback {
        void event(ConnectionPointer connection, Pointer pool, Pointer opaque);
    }

    static final Libvirt.VirConnectCloseFunc CLOSED = (connection, reason, opaque) -> {
        Receiver receiver = receiver(opaque);
        if (receiver != null) {
            receiver.closed(reason);
        }
    };

    /** The callback of each domain event that we hear, by its number (virDomainEventID). */
    static final Map<Integer, Callback> OF_DOMAINS = Map.of(
            0,
                    (LifecycleEvent) (connection, domain, event, detail, opaque) -> {
                        changed(domain, lifecycleWord(event), opaque);
                        return 0;
                    },
            1, (DomainEvent) (connection, domain, opaque) -> changed(domain, "rebooted", opaque),
            10, (TrayEvent) (connection, domain, alias, reason, opaque) -> changed(domain, "medium changed", opaque),
            13, (BalloonEvent) (connection, domain, size, opaque) -> changed(domain, "memory changed", opaque),
            15, (DeviceEvent) (connection, domain, alias, opaque) -> changed(domain, "device removed", opaque),
            18, (AgentEvent) (connection, domain, state, reason, opaque) -> changed(domain, "agent", opaque),
            19, (DeviceEvent) (connection, domain, alias, opaque) -> changed(domain, "device added", opaque),
            23, (MetadataEvent) (connection, domain, type, namespace, opaque) -> changed(domain, "metadata", opaque));

    static final ResourceEvent OF_RESOURCES =
            (connection, resource, event, detail, opaque) -> publish(new Change.ResourcesChanged(), opaque);

    static final PoolRefreshEvent OF_POOL_REFRESH =
            (connection, pool, opaque) -> publish(new Change.ResourcesChanged(), opaque);

    private static final Map<Long, Receiver> RECEIVERS = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private EventCallbacks() {}

    /** Announces a receiver and returns the opaque pointer that means it. */
    static Pointer announce(Receiver receiver) {
        long number = NUMBERS.incrementAndGet();
        RECEIVERS.put(number, receiver);
        return Pointer.createConstant(number);
    }

    static void forget(Pointer opaque) {
        RECEIVERS.remove(Pointer.nativeValue(opaque));
    }

    private static @Nullable Receiver receiver(Pointer opaque) {
        return RECEIVERS.get(Pointer.nativeValue(opaque));
    }

    private static void changed(DomainPointer domain, String what, Pointer opaque) {
        publish(new Change.InstanceChanged(Domains.uuid(domain), Instant.now(), what), opaque);
    }

    private static void publish(Change change, Pointer opaque) {
        Receiver receiver = receiver(opaque);
        if (receiver != null) {
            receiver.changed(change);
        }
    }

    private static String lifecycleWord(int event) {
        return switch (event) {
            case 0 -> "defined";
            case 1 -> "undefined";
            case 2 -> "started";
            case 3 -> "suspended";
            case 4 -> "resumed";
            case 5 -> "stopped";
            case 6 -> "shutdown";
            case 7 -> "pmsuspended";
            case 8 -> "crashed";
            default -> "";
        };
    }
}
