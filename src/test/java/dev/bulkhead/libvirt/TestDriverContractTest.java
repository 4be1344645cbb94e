package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.ImagesContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.testing.TestEngines;
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
    class TestDriverNetworksContractTest extends IsolatedNetworksContract {
        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }

        @Override
        String virsh(String... arguments) {
            return TestEngines.libvirt().testVirsh(arguments);
        }

        @Override
        String virshWith(String xml, String command) {
            return TestEngines.libvirt().testVirshWith(xml, command);
        }
    }

    /** The driver believes what it is told of a volume's format. */
    @Nested
    class TestDriverImagesContractTest extends ImagesContract {

        private static final String POOL = "default-pool";

        @Override
        protected Backstage backstage() {
            return TestDriverBackstage.shared();
        }

        @Override
        protected String listedAs(String name) {
            return POOL + "/" + name;
        }

        @Override
        protected void makeImage(String name) {
            TestEngines.libvirt().testVirsh("vol-create-as", POOL, name, "1M", "--format", "iso");
        }

        @Override
        protected void removeImage(String name) {
            TestEngines.libvirt().testVirsh("vol-delete", "--pool", POOL, name);
        }

        @Override
        protected void assertFacts(Image image) {
            assertThat(image).isEqualTo(new Image(image.name(), true, "iso", "", "", ByteSize.ofMebibytes(1), null));
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
