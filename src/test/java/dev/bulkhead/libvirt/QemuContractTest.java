package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.engine.contract.StatsContract;
import dev.bulkhead.testing.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInfo;

/** The kit on real, emulated machines. */
class QemuContractTest {

    @Nested
    class QemuInstancesContractTest extends InstancesContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }
    }

    @Nested
    class QemuActionsContractTest extends ActionsContract {

        private boolean asksTheGuest;

        @BeforeEach
        void whetherTheGuestMustAnswer(TestInfo test) {
            asksTheGuest = test.getDisplayName().contains(Action.SHUTDOWN.name());
            backstage = backstage();
        }

        @Override
        protected Backstage backstage() {
            return new QemuBackstage(asksTheGuest);
        }
    }

    @Nested
    class QemuChangesContractTest extends ChangesContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }
    }

    @Nested
    class QemuStatsContractTest extends StatsContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }
    }

    @Nested
    class QemuCapacityContractTest extends CapacityContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }
    }

    @Nested
    class QemuNetworksContractTest extends IsolatedNetworksContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }

        @Override
        String virsh(String... arguments) {
            return TestEngines.libvirt().virsh(arguments);
        }

        @Override
        String virshWith(String xml, String command) {
            return TestEngines.libvirt().virshWith(xml, command);
        }
    }

    @Nested
    class QemuEngineContractTest extends EngineContract {
        @Override
        protected Backstage backstage() {
            return new QemuBackstage(false);
        }
    }
}
