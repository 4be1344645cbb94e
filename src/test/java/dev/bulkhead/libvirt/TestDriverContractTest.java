package dev.bulkhead.libvirt;

import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.InstancesContract;
import org.junit.jupiter.api.Nested;

/** The kit on libvirt's test hypervisor. It has no figures of use, so there is no contract of stats here. */
class TestDriverContractTest {

    @Nested
    class TestDriverInstancesContractTest extends InstancesContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }
    }

    @Nested
    class TestDriverActionsContractTest extends ActionsContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }
    }

    @Nested
    class TestDriverChangesContractTest extends ChangesContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }
    }

    @Nested
    class TestDriverCapacityContractTest extends CapacityContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }
    }

    @Nested
    class TestDriverEngineContractTest extends EngineContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }
    }
}
