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
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

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
