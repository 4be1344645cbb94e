package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeGuests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceSearchTest {

    private static final EngineId ENGINE = new EngineId("atlas-libvirt");
    private static final HostId HOST = new HostId("atlas");

    private final InstanceInventory inventory = new InstanceInventory();
    private Projects projects = Projects.NONE;
    private final InstanceSearch search = new InstanceSearch(inventory, new ProjectDirectory() {
        @Override
        public Projects projects() {
            return projects;
        }

        @Override
        public Registration onChange(Runnable listener) {
            return () -> {};
        }
    });

    @BeforeEach
    void fill() {
        inventory.put(
                HOST,
                guest("1", "web-10", InstanceState.RUNNING)
                        .addresses(List.of("10.0.0.10"))
                        .build());
        inventory.put(
                HOST,
                guest("2", "Web-2", InstanceState.PAUSED)
                        .addresses(List.of("10.0.0.9"))
                        .memory(ByteSize.ofGibibytes(4), null)
                        .build());
        inventory.put(
                HOST,
                guest("3", "db", InstanceState.STOPPED)
                        .labels(Map.of("tier", "Gold"))
                        .build());
    }

    @Test
    void findsByAnyWordInAnyText() {
        assertThat(names(text("web"))).containsExactly("web-10", "Web-2");
        assertThat(names(text("WEB 10.0.0.9"))).containsExactly("Web-2");
        assertThat(names(text("tier=gold"))).containsExactly("db");
        assertThat(names(text("  "))).hasSize(3);
        assertThat(names(text("web gold"))).isEmpty();
        // Not a pattern: user text has no meaning of its own.
        assertThat(names(text(".*"))).isEmpty();
    }

    @Test
    void filtersByStateProjectAndHost() {
        assertThat(names(query("", Set.of(InstanceState.PAUSED), Set.of(), Set.of(), InstanceQuery.Sort.NAME, false)))
                .containsExactly("Web-2");
        put("3", "shop");
        assertThat(names(query("", Set.of(), Set.of("shop"), Set.of(), InstanceQuery.Sort.NAME, false)))
                .containsExactly("db");
        assertThat(names(query("", Set.of(), Set.of(), Set.of("borea"), InstanceQuery.Sort.NAME, false)))
                .isEmpty();
    }

    @Test
    void anEnginesOwnProjectIsNotOurs() {
        put("3", "shop");
        inventory.put(
                HOST,
                guest("1", "web-10", InstanceState.RUNNING)
                        .engineProject("shop")
                        .build());
        assertThat(names(project("shop"))).containsExactly("db");
        assertThat(names(project("default"))).containsExactly("web-10", "Web-2");
        assertThat(names(text("shop"))).containsExactly("db");
    }

    @Test
    void aMoveIsSeenAtOnce() {
        assertThat(names(project("shop"))).isEmpty();
        put("2", "shop");
        assertThat(names(project("shop"))).containsExactly("Web-2");
        assertThat(names(query("", Set.of(), Set.of(), Set.of(), InstanceQuery.Sort.PROJECT, true)))
                .startsWith("Web-2");
    }

    private void put(String id, String project) {
        Project made = new Project(UUID.randomUUID(), project);
        projects = new Projects(Map.of(made.id(), made), Map.of(new InstanceId(ENGINE, id), made.id()));
    }

    private static InstanceQuery project(String name) {
        return query("", Set.of(), Set.of(name), Set.of(), InstanceQuery.Sort.NAME, false);
    }

    @Test
    void sortsAddressesByNumberAndBreaksTiesByName() {
        assertThat(names(query("", Set.of(), Set.of(), Set.of(), InstanceQuery.Sort.ADDRESS, false)))
                .containsExactly("db", "Web-2", "web-10");
        assertThat(names(query("", Set.of(), Set.of(), Set.of(), InstanceQuery.Sort.MEMORY, true)))
                .containsExactly("Web-2", "db", "web-10");
    }

    @Test
    void theSameQuestionSharesOneListUntilSomethingChanges() {
        List<InventoryItem> first = search.search(InstanceQuery.ALL);
        assertThat(search.search(InstanceQuery.ALL)).isSameAs(first);

        inventory.put(HOST, guest("4", "new", InstanceState.RUNNING).build());

        assertThat(search.search(InstanceQuery.ALL)).hasSize(4);
    }

    private List<String> names(InstanceQuery query) {
        return search.search(query).stream()
                .map(InventoryItem::instance)
                .map(Instance::name)
                .toList();
    }

    private static InstanceQuery text(String text) {
        return query(text, Set.of(), Set.of(), Set.of(), InstanceQuery.Sort.NAME, false);
    }

    private static InstanceQuery query(
            String text,
            Set<InstanceState> states,
            Set<String> projects,
            Set<String> hosts,
            InstanceQuery.Sort sort,
            boolean descending) {
        return new InstanceQuery(text, Set.of(), states, hosts, Set.of(), projects, sort, descending);
    }

    private static InstanceBuilder guest(String id, String name, InstanceState state) {
        return FakeGuests.builder(ENGINE, id, name, InstanceKind.VIRTUAL_MACHINE, state);
    }
}
