package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.engine.contract.StatsContract;
import org.junit.jupiter.api.Nested;

/** The fake passes the whole kit, so that unit tests may trust it. */
class FakeContractTest {

    @Nested
    class FakeInstancesContractTest extends InstancesContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }

    @Nested
    class FakeActionsContractTest extends ActionsContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }

    @Nested
    class FakeChangesContractTest extends ChangesContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }

    @Nested
    class FakeStatsContractTest extends StatsContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }

    @Nested
    class FakeCapacityContractTest extends CapacityContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }

    @Nested
    class FakeEngineContractTest extends EngineContract {
        @Override
        protected Backstage backstage() {
            return new FakeBackstage();
        }
    }
}
