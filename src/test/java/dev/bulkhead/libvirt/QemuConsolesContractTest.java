package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ConsolesContract;
import java.util.Set;

/** The kit on a real machine's serial line. */
class QemuConsolesContractTest extends ConsolesContract {

    @Override
    protected Backstage backstage() {
        return new RestoredGuests();
    }

    @Override
    protected Set<ConsoleKind> kinds() {
        return Set.of(ConsoleKind.SCREEN, ConsoleKind.SERIAL);
    }

    @Override
    protected ConsoleRequest shell() {
        return ConsoleRequest.of(ConsoleKind.SERIAL, "");
    }

    @Override
    protected boolean resizes() {
        return false;
    }

    /** The guest's driver drops what comes faster than it is read: a serial line of the time has no flow control. */
    @Override
    protected int bulk() {
        return 0;
    }
}
