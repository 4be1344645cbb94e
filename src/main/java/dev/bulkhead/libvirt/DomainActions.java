package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import org.libvirt.jna.DomainPointer;

/** Does to a domain what was asked of an instance. */
final class DomainActions {

    private static final int UNDEFINE_MANAGED_SAVE = 1;
    private static final int UNDEFINE_SNAPSHOTS_METADATA = 1 << 1;
    private static final int UNDEFINE_NVRAM = 1 << 2;
    private static final int UNDEFINE_CHECKPOINTS_METADATA = 1 << 4;

    /** From everything to nothing: a driver refuses the flags that it does not know. */
    private static final int[] UNDEFINE_FLAGS = {
        UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS_METADATA | UNDEFINE_NVRAM | UNDEFINE_CHECKPOINTS_METADATA,
        UNDEFINE_MANAGED_SAVE | UNDEFINE_SNAPSHOTS_METADATA,
        0
    };

    private DomainActions() {}

    /**
     * Does it, if the domain's state of now offers it. Asked here first, since libvirt lets pass some of what makes no sense: it
     * pauses what is paused, and an undefined domain runs on until it is gone for good.
     */
    static DomainState perform(Connection connection, DomainPointer domain, Action action) {
        DomainState state = DomainReader.state(connection, domain);
        if (!state.actions(connection.driver()).contains(action)) {
            throw new EngineException(
                    ErrorKind.CONFLICT, connection.engine(), "The state of this domain does not allow " + action);
        }
        NativeLibvirt library = connection.library();
        switch (action) {
            case START -> connection.check(library.virDomainCreate(domain));
            case SHUTDOWN -> connection.check(library.virDomainShutdown(domain));
            case POWER_OFF -> connection.check(library.virDomainDestroy(domain));
            case RESTART -> connection.check(library.virDomainReboot(domain, 0));
            case RESET -> connection.check(library.virDomainReset(domain, 0));
            case PAUSE -> connection.check(library.virDomainSuspend(domain));
            case RESUME -> resume(connection, domain, state);
            case DELETE -> undefine(connection, domain);
            case DELETE_WITH_DISKS -> {
                DiskRemoval disks = DiskRemoval.plan(connection, domain);
                undefine(connection, domain);
                disks.remove();
            }
        }
        return state;
    }

    private static void resume(Connection connection, DomainPointer domain, DomainState state) {
        NativeLibvirt library = connection.library();
        if (state.sleeps()) {
            connection.check(library.virDomainPMWakeup(domain, 0));
        } else if (state.isActive()) {
            connection.check(library.virDomainResume(domain));
        } else {
            connection.check(library.virDomainCreate(domain));
        }
    }

    private static void undefine(Connection connection, DomainPointer domain) {
        EngineException failure = null;
        for (int flags : UNDEFINE_FLAGS) {
            if (connection.library().virDomainUndefineFlags(domain, flags) == 0) {
                return;
            }
            failure = connection.failure();
            if (failure.kind() != ErrorKind.INVALID && failure.kind() != ErrorKind.UNSUPPORTED) {
                throw failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
