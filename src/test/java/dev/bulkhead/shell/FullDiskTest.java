package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.OwnProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case E6, with the embedded database on a disk of its own that fills up, and is freed again. */
class FullDiskTest {

    private static final String GROUPS = "/api/v1/groups";
    private static final int MOST = 2_000;

    @Test
    void nothingIsDoneWithoutItsRowReadingWorksAndItRecoversByItself() throws IOException {
        assumeThat(System.getProperty("user.name")).as("mounting needs root").isEqualTo("root");
        try (OwnProcess bulkhead = OwnProcess.onDiskOf("24m")) {
            HttpCaller ada = new HttpCaller(bulkhead.port()).basic(OwnProcess.USER, OwnProcess.PASSWORD);
            List<String> accepted = new ArrayList<>();
            assertThat(add(ada, "before")).isEqualTo(201);
            accepted.add("before");

            Path filler = bulkhead.insideDisk().resolve("filler");
            fill(filler);
            String refused = addUntilRefused(ada, accepted);

            assertThat(ada.get("/api/v1/hosts").statusCode()).isEqualTo(200);
            assertThat(ada.get(GROUPS).body()).contains("\"before\"").doesNotContain(quoted(refused));
            assertThat(new HttpCaller(bulkhead.port())
                            .signIn(OwnProcess.USER, OwnProcess.PASSWORD)
                            .headers()
                            .firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));

            Files.delete(filler);
            await().atMost(Duration.ofSeconds(30)).until(() -> add(ada, "after") != 500);
            accepted.add("after");
            assertThat(ada.get(GROUPS).body()).doesNotContain(quoted(refused));
            accepted.forEach(name -> assertThat(ada.get(GROUPS).body()).contains(quoted(name)));
            accepted.forEach(name -> assertThat(ada.get("/api/v1/audit?verb=group.add&target=" + name)
                            .body())
                    .as(name)
                    .contains("INTENT")
                    .contains("DONE"));
            assertIntact(ada);
        }
    }

    private static String addUntilRefused(HttpCaller ada, List<String> accepted) {
        for (int i = 0; i < MOST; i++) {
            String name = "full-" + i + "-";
            if (add(ada, name) != 201) {
                return name;
            }
            accepted.add(name);
        }
        throw new AssertionError("the disk is full and everything is written all the same");
    }

    private static int add(HttpCaller ada, String name) {
        return ada.postJson(GROUPS, "{\"name\":" + quoted(name) + "}").statusCode();
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream file = Files.newOutputStream(filler)) {
            for (int i = 0; i < 1_000_000; i++) {
                file.write(block);
            }
            throw new AssertionError("the disk does not become full");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static void assertIntact(HttpCaller ada) {
        String verification = "/api/v1/audit/verification";
        Instant began = Instant.now();
        ada.send("POST", verification);
        await().untilAsserted(() -> {
            JsonNode found = JsonMapper.shared().readTree(ada.get(verification).body());
            assertThat(found.path("at").asString("")).isGreaterThan(began.toString());
            assertThat(found.path("state").asString()).as(found.toString()).isEqualTo("INTACT");
        });
    }
}
