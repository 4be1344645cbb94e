package dev.bulkhead.alert;

import dev.bulkhead.alert.AlertedInstances.Known;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instance with what it used at the last tick.
 *
 * @param usage null when it was not read then
 * @param hostCpus how many CPUs its host has; null when unknown
 * @param project the id of the one it is in
 * @param leaseEnd when its lease is over; null for none
 * @param now by the wall clock
 */
record SeenInstance(
        Known known,
        @Nullable Usage usage,
        @Nullable Integer hostCpus,
        String project,
        @Nullable Instant leaseEnd,
        Instant now)
        implements Seen {

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private Instance instance() {
        return known.instance();
    }

    @Override
    public Subject subject() {
        return new Subject(
                Signal.Kind.INSTANCE,
                instance().id().toString(),
                known.host(),
                instance().name());
    }

    @Override
    public boolean isIn(Place place) {
        return switch (place.level()) {
            case ALL -> true;
            case HOST -> known.host().value().equals(place.id());
            case PROJECT -> project.equals(place.id());
            case LABEL -> hasLabel(place.id());
            case INSTANCE -> instance().id().toString().equals(place.id());
        };
    }

    private boolean hasLabel(String wanted) {
        return instance().labels().entrySet().stream()
                .anyMatch(label ->
                        wanted.equals(label.getKey()) || wanted.equals(label.getKey() + "=" + label.getValue()));
    }

    @Override
    public @Nullable Reading read(Signal signal) {
        return switch (signal) {
            case INSTANCE_CPU -> used(cpu());
            case INSTANCE_MEMORY -> used(memory());
            case INSTANCE_NETWORK -> used(rate(Meter.NETWORK_IN_BYTES, Meter.NETWORK_OUT_BYTES));
            case INSTANCE_DISK -> used(rate(Meter.DISK_READ_BYTES, Meter.DISK_WRITTEN_BYTES));
            case INSTANCE_CRASHED -> state(instance().state() == InstanceState.CRASHED, reason());
            case INSTANCE_UNHEALTHY -> state(isUnhealthy(), "unhealthy");
            case INSTANCE_OFF -> state(isOffThoughMeantToRun(), reason());
            case LEASE_DAYS -> lease();
            default -> null;
        };
    }

    /** What is off uses nothing; what runs and was not read is not known. */
    private @Nullable Reading used(@Nullable Reading measured) {
        return !known.stale() && !instance().state().isActive() ? new Reading(0, "") : measured;
    }

    /** What is stale may not be true any more. */
    private @Nullable Reading state(boolean yes, String detail) {
        return known.stale() || instance().state() == InstanceState.UNKNOWN ? null : Reading.of(yes, detail);
    }

    private @Nullable Reading cpu() {
        Double cpus = usage == null ? null : usage.cpus();
        Double limit = instance().cpus() == null && hostCpus != null
                ? Double.valueOf(hostCpus)
                : instance().cpus();
        return cpus == null || limit == null || limit <= 0
                ? null
                : new Reading(cpus / limit, String.format(Locale.ROOT, "%.2f of %.2f CPUs", cpus, limit));
    }

    private @Nullable Reading memory() {
        ByteSize used = usage == null ? null : usage.memory();
        ByteSize limit = instance().memory();
        // Of a machine whose balloon driver tells nothing we know what its process holds: as much as it ever touched,
        // and more.
        boolean ofProcess = instance().kind() == InstanceKind.VIRTUAL_MACHINE
                && used != null
                && limit != null
                && used.compareTo(limit) >= 0;
        return used == null || limit == null || ofProcess
                ? null
                : new Reading(used.shareOf(limit), used + " of " + limit);
    }

    private @Nullable Reading rate(Meter one, Meter other) {
        Double in = usage == null ? null : usage.get(one);
        Double out = usage == null ? null : usage.get(other);
        return in == null && out == null
                ? null
                : new Reading(Objects.requireNonNullElse(in, 0.0) + Objects.requireNonNullElse(out, 0.0), "");
    }

    private @Nullable Reading lease() {
        return leaseEnd == null
                ? null
                : new Reading(
                        Duration.between(now, leaseEnd).toSeconds() / DAY_SECONDS, "ends " + Figures.moment(leaseEnd));
    }

    private boolean isUnhealthy() {
        return instance().state() == InstanceState.RUNNING
                && instance().details() instanceof ApplicationContainer container
                && "unhealthy".equals(container.health());
    }

    private boolean isOffThoughMeantToRun() {
        return Boolean.TRUE.equals(instance().autostart())
                && (instance().state() == InstanceState.STOPPED || instance().state() == InstanceState.CRASHED);
    }

    private String reason() {
        return Objects.requireNonNullElse(instance().stateReason(), "");
    }
}
