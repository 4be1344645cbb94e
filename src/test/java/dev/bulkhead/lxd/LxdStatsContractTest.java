package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.StatsContract;
import dev.bulkhead.testing.TestEngines;

final class LxdStatsContractTest extends StatsContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }
}
