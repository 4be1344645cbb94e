package dev.bulkhead.lxd;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.testing.TestEngines;
import java.util.Set;

final class LxdActionsContractTest extends ActionsContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }

    /** LXD deletes an instance's root disk with it. */
    @Override
    protected Set<Action> neverOffered() {
        return Set.of(Action.DELETE);
    }
}
