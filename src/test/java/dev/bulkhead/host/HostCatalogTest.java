package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.fake.FakeFactory;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCatalogTest {

    private final FakeFactory docker = new FakeFactory(EngineKind.DOCKER);
    private final FakeFactory libvirt = new FakeFactory(EngineKind.LIBVIRT);
    private final HostCatalog catalog = new HostCatalog(List.of(docker, libvirt));

    @Test
    void enginesAtTheirUsualPlacesMakeTheLocalHost() {
        docker.discovering(URI.create("fake:one"), URI.create("fake:two"));
        libvirt.discovering(URI.create("fake:three"));

        List<HostCatalog.Entry> hosts = catalog.read(new HostSettings(List.of(), true));

        assertThat(hosts).hasSize(1);
        assertThat(hosts.getFirst().local()).isTrue();
        assertThat(ids(hosts.getFirst())).containsExactly("local-libvirt", "local-docker", "local-docker-2");
    }

    @Test
    void configurationAddsHostsAndReplacesTheLocalOne() {
        docker.discovering(URI.create("fake:one"));

        List<HostCatalog.Entry> added = catalog.read(settings(host("borea", engine("docker", "fake:x"))));
        assertThat(added).extracting(entry -> entry.id().value()).containsExactly("local", "borea");

        List<HostCatalog.Entry> replaced = new HostCatalog(List.of(docker, libvirt))
                .read(settings(host("local", engine("libvirt", "fake:x"), engine("podman", "fake:y"))));
        assertThat(replaced).hasSize(1);
        assertThat(ids(replaced.getFirst())).containsExactly("local-libvirt", "local-docker");
    }

    @Test
    void anEngineThatWasFoundButMayNotBeUsedIsShownAndStopsNothing() {
        docker.discovering(URI.create("unix:///forbidden"));

        List<HostCatalog.Entry> hosts = catalog.read(new HostSettings(List.of(), true));

        assertThat(hosts.getFirst().engines())
                .singleElement()
                .extracting(HostCatalog.Member::engine)
                .isInstanceOf(UnusableEngine.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vmware | fake:x | bulkhead.hosts[0].engines[0].kind = vmware: unknown engine kind; use libvirt, docker or lxd",
                "'' | fake:x | bulkhead.hosts[0].engines[0].kind = (empty): unknown engine kind; use libvirt, docker or lxd",
                "docker | ':::' | bulkhead.hosts[0].engines[0].uri = :::: not a URI",
                "docker | /run/docker.sock | bulkhead.hosts[0].engines[0].uri = /run/docker.sock: a URI begins with a scheme",
                "docker | '' | bulkhead.hosts[0].engines[0].uri = (empty): say where the engine is",
                "docker | http://x | bulkhead.hosts[0].engines[0].uri = http://x: The fake engine speaks fake: only",
                "lxd | fake:x | bulkhead.hosts[0].engines[0].kind = lxd: this build has no adapter for it",
            })
    void aFaultNamesKeyValueAndRemedy(String kind, String uri, String line) {
        assertThatThrownBy(() -> catalog.read(settings(host("borea", engine(kind, uri)))))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageStartingWith(line);
    }

    @Test
    void aHostNeedsAnIdOfItsOwnAndAnEngine() {
        assertThatThrownBy(() -> catalog.read(settings(host("Borea!", engine("docker", "fake:x")))))
                .hasMessageStartingWith("bulkhead.hosts[0].id = Borea!: A host id has");
        assertThatThrownBy(() -> catalog.read(settings(host(null, engine("docker", "fake:x")))))
                .hasMessageStartingWith("bulkhead.hosts[0].id = (empty)");
        assertThatThrownBy(() -> catalog.read(settings(host("borea"))))
                .hasMessageStartingWith("bulkhead.hosts[0].engines = (none)");
        assertThatThrownBy(() -> catalog.read(
                        settings(host("a", engine("docker", "fake:x")), host("a", engine("docker", "fake:x")))))
                .hasMessageStartingWith("bulkhead.hosts[1].id = a: two hosts have this id");
    }

    @Test
    void aHostInsideAnotherLeadsToAMachineOfItsOwn() {
        List<HostCatalog.Entry> hosts = catalog.read(settings(
                inside("inner", "middle"), inside("middle", "outer"), host("outer", engine("docker", "fake:x"))));
        assertThat(hosts)
                .filteredOn(entry -> entry.inside() != null)
                .extracting(entry -> entry.id() + " in " + entry.inside())
                .containsExactly("inner in middle", "middle in outer");
        assertThat(HostService.outermost(hosts))
                .as("what counts in sums, beside the discovered one")
                .extracting(entry -> entry.id().value())
                .containsExactly("local", "outer");

        assertThatThrownBy(() -> catalog.read(settings(inside("inner", "nowhere"))))
                .hasMessageStartingWith("bulkhead.hosts (inner).inside = nowhere: no host has this id");
        assertThatThrownBy(() -> catalog.read(settings(inside("one", "two"), inside("two", "one"))))
                .hasMessageContaining("a host cannot be inside itself");
    }

    private static HostSettings.Host inside(String id, String outer) {
        return new HostSettings.Host(id, null, outer, List.of(engine("docker", "fake:x")));
    }

    private static List<String> ids(HostCatalog.Entry host) {
        return host.engines().stream()
                .map(member -> member.engine().id().value())
                .toList();
    }

    private static HostSettings settings(HostSettings.Host... hosts) {
        return new HostSettings(List.of(hosts), true);
    }

    private static HostSettings.Host host(@Nullable String id, HostSettings.EngineEntry... engines) {
        return new HostSettings.Host(id, null, null, List.of(engines));
    }

    private static HostSettings.EngineEntry engine(String kind, String uri) {
        return new HostSettings.EngineEntry(kind, uri);
    }
}
