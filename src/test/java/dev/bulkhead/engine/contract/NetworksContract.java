package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Network;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The networks of an engine. */
public abstract class NetworksContract extends Contract {

    protected static final String SUBNET = "10.98.0.0/24";
    protected static final String GATEWAY = "10.98.0.1";
    protected static final String BRIDGE = "kitbr0";

    /** Makes a network of {@link #SUBNET} that leads nowhere, on {@link #BRIDGE} where the engine lets one choose. */
    protected abstract void makeNetwork(String name);

    protected abstract void removeNetwork(String name);

    /** What {@link #makeNetwork} made. */
    protected abstract Network expected(String name);

    /** Names to try; those that break naive code, as far as the engine takes them. */
    protected List<String> names() {
        return List.of(uniqueName());
    }

    @TestFactory
    Stream<DynamicTest> aNetworkIsListedUntilItIsRemoved() {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    makeNetwork(name);
                    try {
                        assertThat(list()).contains(expected(name));
                    } finally {
                        removeNetwork(name);
                    }
                    assertThat(list()).extracting(Network::name).doesNotContain(name);
                }));
    }

    @Test
    void namesAndTypesAreTold() {
        assertThat(list()).extracting(Network::name).doesNotHaveDuplicates().doesNotContain("");
        assertThat(list()).extracting(Network::type).doesNotContain("");
    }

    protected final List<Network> list() {
        return engine.networks()
                .orElseThrow(() -> new AssertionError("The engine does not tell its networks"))
                .list();
    }
}
