package dev.bulkhead.engine.fake;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes and remakes instances of a fake engine. */
public final class FakeGuests {

    private FakeGuests() {}

    /** A small guest; whoever needs more begins with {@link #builder}. */
    public static Instance guest(EngineId engine, String localId, String name, InstanceKind kind, InstanceState state) {
        return builder(engine, localId, name, kind, state).build();
    }

    public static InstanceBuilder builder(
            EngineId engine, String localId, String name, InstanceKind kind, InstanceState state) {
        return Instance.builder(new InstanceId(engine, localId), name, details(kind))
                .state(state, null)
                .actions(actionsIn(state))
                .cpus(1.0)
                .memory(ByteSize.ofMebibytes(256), ByteSize.ofMebibytes(256))
                .created(Instant.now())
                .started(state.isActive() ? Instant.now() : null);
    }

    /** What the fake engine offers in a state. */
    public static Set<Action> actionsIn(InstanceState state) {
        return switch (state) {
            case RUNNING, STARTING, RESTARTING, STOPPING ->
                EnumSet.of(Action.SHUTDOWN, Action.POWER_OFF, Action.RESTART, Action.RESET, Action.PAUSE);
            case PAUSED -> EnumSet.of(Action.RESUME, Action.POWER_OFF);
            case STOPPED, SUSPENDED, CRASHED -> EnumSet.of(Action.START, Action.DELETE, Action.DELETE_WITH_DISKS);
            case UNKNOWN -> EnumSet.noneOf(Action.class);
        };
    }

    /** The same guest in another state. */
    public static Instance in(InstanceState state, Instance guest) {
        boolean goesOn = state.isActive() && guest.state().isActive();
        return copy(guest, guest.name(), state, goesOn ? guest.started() : state.isActive() ? Instant.now() : null);
    }

    static Instance restarted(Instance guest) {
        return copy(guest, guest.name(), InstanceState.RUNNING, Instant.now());
    }

    static Instance renamed(String name, Instance guest) {
        return copy(guest, name, guest.state(), guest.started());
    }

    private static Instance copy(Instance guest, String name, InstanceState state, @Nullable Instant started) {
        return Instance.builder(guest.id(), name, guest.details())
                .state(state, state == guest.state() ? guest.stateReason() : null)
                .actions(state == guest.state() ? guest.actions() : actionsIn(state))
                .engineProject(guest.engineProject())
                .cpus(guest.cpus())
                .memory(guest.memory(), guest.memoryMax())
                .addresses(guest.addresses())
                .disks(guest.disks())
                .nics(guest.nics())
                .snapshots(guest.snapshots())
                .created(guest.created())
                .started(started)
                .autostart(guest.autostart())
                .title(guest.title())
                .description(guest.description())
                .labels(guest.labels())
                .problem(guest.problem())
                .build();
    }

    private static InstanceDetails details(InstanceKind kind) {
        return switch (kind) {
            case VIRTUAL_MACHINE ->
                new VirtualMachine(1, "x86_64", "pc-q35-7.2", "BIOS", false, true, List.of(), 1, List.of());
            case SYSTEM_CONTAINER -> new SystemContainer("busybox", "x86_64", List.of("default"), false, false);
            case APPLICATION_CONTAINER ->
                new ApplicationContainer("busybox:local", List.of("sh"), null, null, "no", List.of(), List.of(), false);
        };
    }
}
