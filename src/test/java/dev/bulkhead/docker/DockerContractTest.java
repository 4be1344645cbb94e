package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.CapacityContract;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.engine.contract.ExecContract;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.engine.contract.StatsContract;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract kit on Docker. */
class DockerContractTest {

    private static Backstage docker() {
        return new DockerBackstage(TestEngines.docker());
    }

    @Nested
    class DockerInstancesContractTest extends InstancesContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerActionsContractTest extends ActionsContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerChangesContractTest extends ChangesContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerStatsContractTest extends StatsContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerCapacityContractTest extends CapacityContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerNetworksContractTest extends BridgedNetworksContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.docker().docker(arguments);
        }

        @Override
        protected List<String> names() {
            return List.of(uniqueName(), "<b>x&%2e '\"🚀");
        }

        /** Those that no command made, one of which leads nowhere. */
        @Test
        void theEnginesOwnNetworksAreListed() {
            assertThat(list())
                    .contains(
                            new Network("none", "null", "", List.of(), false, true),
                            new Network("host", "host", "", List.of(), true, true))
                    .anySatisfy(network -> {
                        assertThat(network.name()).isEqualTo("bridge");
                        assertThat(network.device()).isEqualTo("docker0");
                        assertThat(network.subnets()).isNotEmpty();
                        assertThat(network.outward()).isTrue();
                    });
        }
    }

    @Nested
    class DockerImagesContractTest extends TaggedImagesContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.docker().docker(arguments);
        }

        @Override
        String base() {
            return DockerDaemon.IMAGE;
        }
    }

    @Nested
    class DockerEngineContractTest extends EngineContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }
    }

    @Nested
    class DockerConsolesContractTest extends ExecContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }

        @Override
        protected Set<ConsoleKind> kinds() {
            return EnumSet.of(ConsoleKind.EXEC, ConsoleKind.ATTACH, ConsoleKind.LOGS);
        }
    }

    @Nested
    class DockerContainerConsolesContractTest extends ContainerConsolesContract {
        @Override
        protected Backstage backstage() {
            return docker();
        }

        @Override
        String cli(String... arguments) {
            return TestEngines.docker().docker(arguments);
        }

        @Override
        String image() {
            return DockerDaemon.IMAGE;
        }

        @Override
        String engineSocket() {
            return TestEngines.docker().socket().toString();
        }
    }
}
