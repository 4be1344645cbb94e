package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.metrics.TestHistory;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Capacity of a host of 1,000 guests of all kinds: every figure is known before it is asked for. */
class CapacityApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int GUESTS = 1000;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** As the fake engine has them. */
    private static final double HOST_CPUS = 8;

    private static final double HOST_MEMORY = 16.0 * GIB;

    @Autowired
    private ApplicationContext application;

    private String project = "";

    /**
     * Guest n, counted from 0, has 1, 2 or 3 quarters of a CPU and n MiB of memory, which may grow to n + 1; every tenth has no memory
     * limit, every hundredth no CPU limit either. Every second runs. Each has a disk of 1 GiB. The first 300 are in a project.
     */
    @BeforeEach
    void aThousandGuests() {
        for (int n = 0; n < GUESTS; n++) {
            backend.put(guest(n));
        }
        await().until(() -> items("/api/v1/instances?size=1").path("total").asInt() == GUESTS);
        await().until(() -> items("/api/v1/hosts")
                .path(0)
                .path("capacity")
                .path("memory")
                .path("total")
                .isNumber());
        project = json(administrator().postJson("/api/v1/projects", "{\"name\":\"lot\"}"))
                .path("id")
                .asString();
        String ids = IntStream.range(0, 300)
                .mapToObj(n -> "\"" + ENGINE + "." + local(n) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(administrator()
                        .postJson("/api/v1/projects/" + project + "/instances", ids)
                        .statusCode())
                .isEqualTo(204);
    }

    @AfterEach
    void remove() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
        administrator().send("DELETE", "/api/v1/projects/" + project);
    }

    @Test
    void hostsAndProjectsAddUpToTheSame() {
        double cpus = 0;
        double memory = 0;
        int openCpu = 0;
        int openMemory = 0;
        for (int n = 0; n < GUESTS; n++) {
            cpus += n % 100 == 0 ? 0 : (n % 3 + 1) / 4.0;
            memory += n % 10 == 0 ? 0 : (n + 1.0) * MIB;
            openCpu += n % 100 == 0 ? 1 : 0;
            openMemory += n % 10 == 0 ? 1 : 0;
        }
        JsonNode report = items("/api/v1/capacity");
        JsonNode host = report.path("hosts").path(0);

        assertThat(host.path("cpu").path("promised").asDouble()).isEqualTo(cpus);
        assertThat(host.path("memory").path("promised").asDouble()).isEqualTo(memory);
        assertThat(host.path("withoutCpuLimit").asInt()).isEqualTo(openCpu).isEqualTo(10);
        assertThat(host.path("withoutMemoryLimit").asInt())
                .isEqualTo(openMemory)
                .isEqualTo(100);
        assertThat(host.path("unlimited")).hasSize(openMemory);
        assertThat(host.path("cpu").path("overCommit").asDouble()).isEqualTo(cpus / HOST_CPUS);
        assertThat(host.path("memory").path("overCommit").asDouble()).isEqualTo(memory / HOST_MEMORY);
        assertThat(report.path("projects")).hasSize(2);
        assertThat(sum(report, "cpus")).isEqualTo(cpus);
        assertThat(sum(report, "memoryBytes")).isEqualTo(memory);
        assertThat(sum(report, "diskBytes")).isEqualTo((double) GUESTS * GIB);
        assertThat(sum(report, "instances")).isEqualTo(GUESTS);
    }

    @Test
    void whoSeesOneProjectHasItsFiguresAndNoneOfTheHost() {
        TestAccess access = new TestAccess(application);
        access.person("olga", PASSWORD);
        access.grant("olga", Role.VIEWER, new Scope.InProject(UUID.fromString(project)));
        HttpCaller olga = anyone().basic("olga", PASSWORD);

        JsonNode report = json(olga.get("/api/v1/capacity"));

        assertThat(report.path("hosts")).isEmpty();
        assertThat(report.path("projects")).hasSize(1);
        assertThat(report.path("projects")
                        .path(0)
                        .path("promised")
                        .path("instances")
                        .asInt())
                .isEqualTo(300);
        assertThat(report.path("projects").path(0).path("withoutMemoryLimit").asInt())
                .isEqualTo(30);
        problem(olga.get("/api/v1/capacity/trends"), 403, "forbidden");
        JsonNode leftovers = json(olga.get("/api/v1/capacity/leftovers"));
        assertThat(leftovers.path("found")).as("those that are stopped").hasSize(150);
        assertThat(leftovers.path("engines")).isEmpty();
        assertThat(items("/api/v1/capacity/leftovers").path("found")).hasSize(GUESTS / 2);
        problem(olga.get("/api/v1/capacity/fit?cpus=1"), 403, "forbidden");
        problem(olga.get("/api/v1/hosts/lab/evacuation"), 403, "forbidden");
    }

    @Test
    void whatFitsIsToldByRule() {
        JsonNode promised = items("/api/v1/capacity").path("hosts").path(0);
        JsonNode fit = items("/api/v1/capacity/fit?cpus=2&memoryBytes=1024&kind=LIBVIRT")
                .path(0);

        JsonNode cpu = fit.path("checks").path(0);
        assertThat(cpu.path("limit").asDouble()).as("promised 4 times over").isEqualTo(4 * HOST_CPUS);
        assertThat(cpu.path("left").asDouble())
                .isEqualTo(4 * HOST_CPUS - promised.path("cpu").path("promised").asDouble() - 2);
        JsonNode memory = fit.path("checks").path(1);
        assertThat(memory.path("limit").asDouble()).isEqualTo(HOST_MEMORY * 0.9);
        assertThat(memory.path("fits").asBoolean()).isFalse();
        assertThat(fit.path("fits").asBoolean()).isFalse();
        assertThat(items("/api/v1/capacity/fit?cpus=1&kind=DOCKER")).isEmpty();
        problem(administrator().get("/api/v1/capacity/fit?cpus=-1"), 400, "invalid-request");
        problem(administrator().get("/api/v1/capacity/fit?like=lab-libvirt.nothing"), 404, "not-found");
        JsonNode like =
                items("/api/v1/capacity/fit?like=" + ENGINE + "." + local(2)).path(0);
        assertThat(like.path("checks").path(1).path("wanted").asDouble()).isEqualTo(3.0 * MIB);
        assertThat(like.path("checks").path(2).path("wanted").asDouble()).isEqualTo(GIB);
    }

    @Test
    void theOnlyHostHasNowhereToGo() {
        JsonNode placements = items("/api/v1/hosts/lab/evacuation").path("placements");

        assertThat(placements).as("those that run").hasSize(GUESTS / 2);
        assertThat(placements).allMatch(placement -> placement.path("to").isNull());
        problem(administrator().get("/api/v1/hosts/nowhere/evacuation"), 404, "not-found");
    }

    /** 40 of 100 GiB are used, and were less by two a day. */
    @Test
    void aPlaceOfStorageIsFullOnADate() {
        new TestHistory(application).ofPlaces(new HostId("lab"), 10, daysAgo -> -2.0 * daysAgo * GIB);

        JsonNode place = items("/api/v1/capacity/trends").path(0).path("places").path(0);

        assertThat(place.path("place").path("pools").path(0).asString()).isEqualTo("default");
        JsonNode used = place.path("used");
        assertThat(used.path("perDay").asDouble()).isCloseTo(2.0 * GIB, withinPercentage(2));
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(used.path("full").asString())))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
    }

    private static double sum(JsonNode report, String measure) {
        return StreamSupport.stream(report.path("projects").spliterator(), false)
                .mapToDouble(one -> one.path("promised").path(measure).asDouble())
                .sum();
    }

    private static Instance guest(int n) {
        InstanceId id = new InstanceId(ENGINE, local(n));
        boolean limited = n % 10 != 0;
        return Instance.builder(id, "guest-" + n, details(n))
                .state(n % 2 == 0 ? InstanceState.RUNNING : InstanceState.STOPPED, null)
                .cpus(n % 100 == 0 ? null : Double.valueOf((n % 3 + 1) / 4.0))
                .memory(limited ? ByteSize.ofMebibytes(n) : null, limited ? ByteSize.ofMebibytes(n + 1L) : null)
                .disks(List.of(new Disk("root", "disk", "", ByteSize.ofGibibytes(1), null, false)))
                .build();
    }

    private static InstanceDetails details(int n) {
        return switch (n % 3) {
            case 0 -> new InstanceDetails.VirtualMachine(4, "", "", "", true, true, List.of(), 0, List.of());
            case 1 -> new InstanceDetails.SystemContainer("", "", List.of(), false, false);
            default ->
                new InstanceDetails.ApplicationContainer("i", List.of(), null, null, "", List.of(), List.of(), null);
        };
    }

    private static String local(int n) {
        return new UUID(0, n).toString();
    }

    private JsonNode items(String path) {
        return json(administrator().get(path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
