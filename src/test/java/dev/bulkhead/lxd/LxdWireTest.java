package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineInfo.Notice;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, with servers that are not here: older, newer, hostile. */
final class LxdWireTest {

    private static final String ALL = "/1.0/instances?all-projects=true&recursion=2";

    private final CannedServer server = new CannedServer();
    private final Engine engine = open();

    private Engine open() {
        URI uri = URI.create("unix://" + server.socket());
        return new LxdFactory().create(new EngineId("canned"), new EngineSettings(EngineKind.LXD, uri));
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    @Test
    void theNumberOfCallsDoesNotGrowWithTheNumberOfInstances() {
        server.onServer("instance_all_projects", "projects");
        List<Integer> calls = IntStream.of(3, 300)
                .mapToObj(count -> {
                    server.on(ALL, listOf(count));
                    server.requests().clear();
                    assertThat(engine.instances().list()).hasSize(count);
                    assertThat(engine.stats().orElseThrow().sample(idsOf(count)))
                            .hasSize(count);
                    return server.requests().stream()
                            .filter(request -> !request.equals("GET /1.0"))
                            .toList()
                            .size();
                })
                .toList();

        assertThat(calls).containsExactly(2, 2);
    }

    @Test
    void aServerWithoutListsOverProjectsIsAskedProjectByProject() {
        server.onServer("projects")
                .on("/1.0/projects?recursion=1", "[{\"name\":\"default\"},{\"name\":\"a b\"}]")
                .on(
                        "/1.0/instances?project=default&recursion=2",
                        "[{\"name\":\"c1\",\"created_at\":\"2024-01-01T00:00:00Z\"}]")
                .on(
                        "/1.0/instances?project=a%20b&recursion=2",
                        "[{\"name\":\"c1\",\"created_at\":\"2024-01-01T00:00:00Z\"}]");

        List<Instance> instances = engine.instances().list();

        assertThat(instances).extracting(Instance::engineProject).containsExactlyInAnyOrder("default", "a b");
        assertThat(instances).extracting(Instance::id).doesNotHaveDuplicates();
    }

    @Test
    void withoutUuidsTheIdIsMadeOfWhatTheServerKeeps() {
        server.onServer().on("/1.0/instances?recursion=2", "[{\"name\":\"c1\"},{\"name\":\"c2\"}]");
        String id = engine.instances().list().getFirst().id().local();
        server.on("/1.0/instances/c1?project=default&recursion=1", "{\"name\":\"c1\"}");

        assertThat(engine.instances().find(id)).map(Instance::name).contains("c1");
        assertThat(engine.instances().list()).extracting(Instance::id).doesNotHaveDuplicates();
    }

    @Test
    void anInstanceOfAnUnknownFormCostsItselfAndNotTheList() {
        server.onServer("instance_all_projects")
                .on(
                        ALL,
                        "[{\"name\":\"odd\",\"status\":\"Levitating\",\"status_code\":177,\"type\":\"unikernel\","
                                + "\"expanded_config\":[1],\"expanded_devices\":\"none\",\"state\":7,\"profiles\":{},"
                                + "\"snapshots\":\"many\",\"created_at\":12,\"description\":{\"en\":\"x\"}},"
                                + "\"not an object\",{\"name\":\"fine\",\"status\":\"Running\",\"status_code\":103}]");

        List<Instance> instances = engine.instances().list();

        assertThat(instances).extracting(Instance::name).containsExactlyInAnyOrder("odd", "fine");
        assertThat(instances)
                .filteredOn(each -> each.name().equals("odd"))
                .singleElement()
                .satisfies(odd -> {
                    assertThat(odd.state()).isEqualTo(InstanceState.UNKNOWN);
                    assertThat(odd.stateReason()).isEqualTo("Levitating");
                    assertThat(odd.actions()).isEmpty();
                });
    }

    @Test
    void absurdLabelsAreCutAndTheListStands() {
        String keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"user.k" + i + "\":\"v\"")
                .collect(Collectors.joining(","));
        String config =
                "{\"user.%s\":\"1\",\"user.big\":\"%s\",%s}".formatted("k".repeat(100_000), "x".repeat(20 << 20), keys);
        server.onServer("instance_all_projects").on(ALL, "[{\"name\":\"c1\",\"expanded_config\":" + config + "}]");

        Instance instance = engine.instances().list().getFirst();

        assertThat(instance.labels()).hasSize(200).containsKeys("big", "k0");
        assertThat(instance.labels()).allSatisfy((key, value) -> {
            assertThat(key.length()).isLessThanOrEqualTo(4096);
            assertThat(value.length()).isLessThanOrEqualTo(4096);
        });
    }

    @Test
    void aShareOfTheHostsMemoryIsCountedOnce() {
        server.onServer("instance_all_projects")
                .on("/1.0/resources", "{\"memory\":{\"total\":4294967296}}")
                .on(ALL, "[{\"name\":\"c1\",\"expanded_config\":{\"limits.memory\":\"25%\"}}]");

        engine.instances().list();
        Instance instance = engine.instances().list().getFirst();

        assertThat(instance.memory()).isEqualTo(ByteSize.ofGibibytes(1));
        assertThat(server.requests()).filteredOn("GET /1.0/resources"::equals).hasSize(1);
    }

    @Test
    void anIncusThatDoesNotTrustUsSaysSo() {
        server.on(
                "/1.0",
                "{\"api_version\":\"1.0\",\"auth\":\"untrusted\","
                        + "\"environment\":{\"server\":\"incus\",\"server_version\":\"6.0.4\"}}");

        assertThat(engine.check()).isEqualTo(new EngineInfo("Incus", "6.0.4", "1.0", List.of(Notice.NOT_TRUSTED)));
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID",
        "403,DENIED",
        "409,CONFLICT",
        "423,CONFLICT",
        "429,LIMIT",
        "500,INTERNAL",
        "503,UNREACHABLE"
    })
    void refusalsAreTranslatedByCode(int status, ErrorKind kind) {
        server.onRaw("GET /1.0", status, "{\"type\":\"error\",\"error\":\"in the server's words\"}");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(engine::check)
                .withMessage("in the server's words")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    @Test
    void aRefusalWithoutAnEnvelopeIsOneToo() {
        server.onRaw("GET /1.0", 502, "<html>");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(engine::check)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.INTERNAL));
    }

    @Test
    void whatIsNotJsonIsNoAnswer() {
        server.onRaw("GET /1.0", 200, "{\"metadata\":");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(engine::check)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.INTERNAL));
    }

    /** A connection that says nothing would lock every other client out of an LXD 5.0. */
    @Test
    void noConnectionIsLeftSilent() throws Exception {
        server.onServer();
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            for (int round = 0; round < 20; round++) {
                callers.invokeAll(Collections.nCopies(32, engine::check));
                // Some are given up at the worst moment: while their connection is made.
                for (int given = 0; given < 4; given++) {
                    callers.submit(engine::check).cancel(true);
                }
            }
        }

        try (Engine newcomer = open()) {
            Future<EngineInfo> answer = ForkJoinPool.commonPool().submit(newcomer::check);
            await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
            assertThat(answer).succeedsWithin(Duration.ZERO);
        }
    }

    private static String listOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"name\":\"c%d\",\"status_code\":103,\"status\":\"Running\",\"state\":{\"cpu\":{\"usage\":5}},"
                                        .formatted(i)
                                + "\"expanded_config\":{\"volatile.uuid\":\"%s\"}}".formatted(uuid(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> idsOf(int count) {
        return IntStream.range(0, count).mapToObj(LxdWireTest::uuid).toList();
    }

    private static String uuid(int i) {
        return "00000000-0000-0000-0000-%012d".formatted(i);
    }
}
