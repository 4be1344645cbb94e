package dev.bulkhead.docker;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.ExecContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.engine.contract.StatsContract;
import dev.bulkhead.testing.PodmanService;
import dev.bulkhead.testing.TestEngines;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract kit on Podman. */
class PodmanContractTest {

    private static Backstage podman() {
        return new PodmanBackstage(TestEngines.podman());
    }

    @Nested
    class PodmanInstancesContractTest extends InstancesContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanActionsContractTest extends ActionsContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanChangesContractTest extends ChangesContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanStatsContractTest extends StatsContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanCapacityContractTest extends CapacityContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanNetworksContractTest extends BridgedNetworksContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.podman().podman(arguments);
        }

        @Override
        boolean tellsBridges() {
            return false;
        }
    }

    @Nested
    class PodmanImagesContractTest extends TaggedImagesContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.podman().podman(arguments);
        }

        @Override
        String base() {
            return PodmanService.IMAGE;
        }
    }

    @Nested
    class PodmanEngineContractTest extends EngineContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }
    }

    @Nested
    class PodmanConsolesContractTest extends ExecContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }

        @Override
        protected Set<ConsoleKind> kinds() {
            return EnumSet.of(ConsoleKind.EXEC, ConsoleKind.ATTACH, ConsoleKind.LOGS);
        }

        /** Podman's monitor may never get over input that is not read: https://github.com/containers/conmon/issues/204. */
        @Override
        protected boolean holdsInputBack() {
            return false;
        }

        /** Its one thread waits for whoever does not read. */
        @Override
        protected boolean hearsWhileUnread() {
            return false;
        }

        /** For the same reason as {@link #holdsInputBack()}. */
        @Override
        protected int bulk() {
            return 8000;
        }
    }

    @Nested
    class PodmanContainerConsolesContractTest extends ContainerConsolesContract {
        @Override
        protected Backstage backstage() {
            return podman();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.podman().podman(arguments);
        }

        /** Its monitor closes the input with the first client's connection. */
        @Override
        boolean takesInputWithoutATerminal() {
            return false;
        }

        @Override
        String image() {
            return PodmanService.IMAGE;
        }

        @Override
        String engineSocket() {
            return TestEngines.podman().socket().toString();
        }
    }
}
