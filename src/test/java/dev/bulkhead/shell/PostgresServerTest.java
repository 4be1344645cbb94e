package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.PostgresServer;
import dev.bulkhead.testing.ServerTest;
import dev.bulkhead.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server with its data in PostgreSQL, as an installation would have it. */
class PostgresServerTest extends ServerTest {

    private static final String VERIFICATION = "/api/v1/audit/verification";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    private String guest = "";

    @BeforeAll
    static void whereThereIsOne() {
        PostgresServer.shared();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::newPostgresUrl);
        registry.add("spring.datasource.username", () -> PostgresServer.USER);
        registry.add("spring.datasource.password", () -> PostgresServer.PASSWORD);
    }

    @BeforeEach
    void aGuest() {
        guest = backend.add("on-postgres", InstanceState.RUNNING);
        await().until(() -> administrator().get(path()).statusCode() == 200);
    }

    @AfterEach
    void removeIt() {
        backend.remove(guest);
    }

    @Test
    void theRecordIsOnlyEverAddedTo() {
        for (String change : List.of("update audit set actor = 'eve'", "delete from audit", "truncate audit")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .hasMessageContaining("the audit record is only ever added to");
        }
        assertIntact();
    }

    @Test
    void setUpSignInAnActionItsRowsAndTheirVerification() {
        HttpCaller browser = anyone();
        assertThat(browser.signIn(USER, PASSWORD).headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        assertThat(pause().statusCode()).isEqualTo(202);
        await().until(() -> administrator().get(path()).body().contains("PAUSED"));

        await().untilAsserted(() -> assertThat(
                        administrator().get("/api/v1/audit?verb=pause").body())
                .contains("INTENT")
                .contains("DONE"));
        assertThat(administrator().get("/api/v1/audit?verb=sign-in").body()).contains("DONE");
        assertThat(administrator().get("/api/v1/operations").body()).contains("SUCCEEDED");
        assertIntact();
    }

    /** The conditions that narrow rows by project and instance, which are SQL of our own making. */
    @Test
    void tasksAreNarrowedToWhatTheReaderMaySee() {
        TestAccess access = new TestAccess(application);
        Project lab = access.project("lab");
        access.person("bo", PASSWORD);
        access.grant("bo", Role.VIEWER, new Scope.InProject(lab.id()));
        pause();
        await().until(() -> administrator().get("/api/v1/operations").body().contains("on-postgres"));
        HttpCaller bo = anyone().basic("bo", PASSWORD);
        assertThat(bo.get("/api/v1/operations").body()).doesNotContain("on-postgres");

        access.put(InstanceId.parse(ENGINE + "." + guest).orElseThrow(), lab.id());
        assertThat(bo.get("/api/v1/operations").body()).contains("on-postgres");
        access.grant("bo", Role.VIEWER, new Scope.InProject(Project.DEFAULT));
        assertThat(bo.get("/api/v1/operations").statusCode()).isEqualTo(200);
    }

    /** Case E6: nothing is done without its row, reading works, and it recovers without a restart. */
    @Test
    void aDatabaseThatIsReadOnlyForAWhile() {
        readOnly(true);
        try {
            assertThat(pause().statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(administrator()
                            .postJson("/api/v1/groups", "{\"name\":\"while-read-only\"}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
            assertThat(backend.guest(guest).orElseThrow().state()).isEqualTo(InstanceState.RUNNING);
            assertThat(administrator().get("/api/v1/instances").body()).contains("on-postgres");
            assertThat(administrator().get("/api/v1/audit").statusCode()).isEqualTo(200);
            HttpCaller browser = anyone();
            browser.signIn(USER, PASSWORD);
            assertThat(browser.get("/api/v1/groups").body()).doesNotContain("while-read-only");
        } finally {
            readOnly(false);
        }

        assertThat(pause().statusCode()).isEqualTo(202);
        await().until(() -> backend.guest(guest).orElseThrow().state() == InstanceState.PAUSED);
        assertThat(administrator()
                        .postJson("/api/v1/groups", "{\"name\":\"after-read-only\"}")
                        .statusCode())
                .isEqualTo(201);
        assertIntact();
    }

    private void assertIntact() {
        Instant began = Instant.now();
        administrator().send("POST", VERIFICATION);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode found = JsonMapper.shared()
                    .readTree(administrator().get(VERIFICATION).body());
            assertThat(found.path("at").asString("")).isGreaterThan(began.toString());
            assertThat(found.path("state").asString()).as(found.toString()).isEqualTo("INTACT");
        });
    }

    /** For everybody, also on connections that are open already. */
    private void readOnly(boolean on) {
        jdbc.sql("alter system set default_transaction_read_only = " + (on ? "on" : "off"))
                .update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        for (int i = 0; i < 3; i++) {
            await().until(() -> jdbc.sql("show default_transaction_read_only")
                    .query(String.class)
                    .single()
                    .equals(on ? "on" : "off"));
        }
    }

    private java.net.http.HttpResponse<String> pause() {
        return administrator().postJson(path() + "/actions", "{\"action\":\"pause\"}");
    }

    private String path() {
        return "/api/v1/instances/" + ENGINE + "." + guest;
    }
}
