package dev.bulkhead.engine.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.ImagesContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.engine.contract.NetworksContract;
import dev.bulkhead.engine.contract.StatsContract;
import java.util.List;
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
    class FakeNetworksContractTest extends NetworksContract {

        private final FakeBackstage backstage = new FakeBackstage();

        @Override
        protected Backstage backstage() {
            return backstage;
        }

        @Override
        protected void makeNetwork(String name) {
            backstage.backend().supply().put(expected(name));
        }

        @Override
        protected void removeNetwork(String name) {
            backstage.backend().supply().removeNetwork(name);
        }

        @Override
        protected Network expected(String name) {
            return new Network(name, "fake", BRIDGE, List.of(SUBNET), false, true);
        }
    }

    @Nested
    class FakeImagesContractTest extends ImagesContract {

        private final FakeBackstage backstage = new FakeBackstage();

        @Override
        protected Backstage backstage() {
            return backstage;
        }

        @Override
        protected void makeImage(String name) {
            backstage.backend().supply().put(new Image(name, true, "iso", "", "", ByteSize.ofMebibytes(1), null));
        }

        @Override
        protected void removeImage(String name) {
            backstage.backend().supply().removeImage(name);
        }

        @Override
        protected void assertFacts(Image image) {
            assertThat(image.size()).isEqualTo(ByteSize.ofMebibytes(1));
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
