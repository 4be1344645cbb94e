package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ExecContract;
import dev.bulkhead.testing.TestEngines;
import java.util.Set;

final class LxdExecContractTest extends ExecContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }

    @Override
    protected Set<ConsoleKind> kinds() {
        return Set.of(ConsoleKind.EXEC, ConsoleKind.CONSOLE, ConsoleKind.LOGS);
    }

    /** LXD 5.0 looks once, when the process ended, and misses what the kernel has yet to hand over: 2 of 100 on a busy machine. */
    @Override
    protected int lossesAllowed() {
        return 3;
    }
}
