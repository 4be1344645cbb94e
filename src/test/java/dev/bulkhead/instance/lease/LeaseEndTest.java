package dev.bulkhead.instance.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.ServerTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In the whole server: the end of a lease is a task and stands in the record, as the lease's doing. */
class LeaseEndTest extends ServerTest {

    @Autowired
    private LeaseBook book;

    @Autowired
    private LeaseKeeper keeper;

    private String project = "";

    @AfterEach
    void remove() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
        administrator().send("DELETE", "/api/v1/projects/" + project);
    }

    @Test
    void whatIsOverIsStoppedOnRecord() {
        InstanceId id = new InstanceId(ENGINE, backend.add("sandbox", InstanceState.RUNNING));
        project = json(administrator()
                        .postJson("/api/v1/projects", "{\"name\":\"leased\"}")
                        .body())
                .path("id")
                .asString();
        administrator().sendJson("PUT", "/api/v1/projects/" + project + "/limits", "{\"lease\":{\"hours\":24}}");
        await().untilAsserted(() -> assertThat(administrator()
                        .postJson("/api/v1/projects/" + project + "/instances", "[\"" + id + "\"]")
                        .statusCode())
                .isEqualTo(204));
        await().until(() -> {
            keeper.look();
            return book.find(id).isPresent();
        });

        book.put(new Lease(id, UUID.fromString(project), Instant.now().minusSeconds(60), Lease.LAST_NOTICE, null));
        keeper.look();

        await().untilAsserted(() -> assertThat(backend.guests())
                .filteredOn(guest -> guest.id().equals(id))
                .allMatch(guest -> guest.state() == InstanceState.STOPPED));
        await().untilAsserted(() -> {
            JsonNode rows = json(administrator()
                            .get("/api/v1/audit?target=" + id)
                            .body())
                    .path("items");
            assertThat(rows.valueStream().map(LeaseEndTest::words))
                    .contains("lease SYSTEM shutdown INTENT", "lease SYSTEM shutdown DONE");
        });
    }

    private static String words(JsonNode row) {
        return String.join(
                " ",
                row.path("actor").asString(),
                row.path("proof").asString(),
                row.path("verb").asString(),
                row.path("outcome").asString());
    }

    private static JsonNode json(String body) {
        return new JsonMapper().readTree(body);
    }
}
