package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.ResourcesChanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTranslatorTest {

    private static final String ID = "cd".repeat(32);
    private static final Instant START = Instant.ofEpochSecond(1000);

    private final EventTranslator translator = new EventTranslator(START);

    @Test
    void aContainersEventNamesItAndSaysWhat() {
        assertThat(translator.translate(event("container", "die", ID, 1001)))
                .contains(new InstanceChanged(ID, Instant.ofEpochSecond(1001), "die"));
    }

    @Test
    void whatChangesNothingIsLeftOut() {
        for (String noise :
                new String[] {"exec_create: sh", "exec_start: sh", "exec_die", "top", "resize", "attach", "sync"}) {
            assertThat(translator.translate(event("container", noise, ID, 1001)))
                    .as(noise)
                    .isEmpty();
        }
        assertThat(translator.translate(event("builder", "prune", "", 1001))).isEmpty();
    }

    @Test
    void onlyAChangeOfHealthIsTold() {
        assertThat(translator.translate(event("container", "health_status: healthy", ID, 1001)))
                .isPresent();
        assertThat(translator.translate(event("container", "health_status: healthy", ID, 1002)))
                .isEmpty();
        assertThat(translator.translate(event("container", "health_status: unhealthy", ID, 1003)))
                .isPresent();
    }

    @Test
    void whatIsOlderThanTheSubscriptionIsLeftOut() {
        assertThat(translator.translate(event("container", "start", ID, 999))).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsLeftOut() {
        assertThat(translator.translate(event("container", "start", "../x", 1001)))
                .isEmpty();
    }

    @Test
    void imagesAndVolumesAreResources() {
        assertThat(translator.translate(event("image", "pull", "busybox", 1001)))
                .contains(new ResourcesChanged());
        assertThat(translator.translate(event("volume", "create", "data", 1001)))
                .contains(new ResourcesChanged());
    }

    private static JsonNode event(String type, String action, String id, long second) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("Type", type)
                .put("Action", action)
                .put("timeNano", second * 1_000_000_000L)
                .set("Actor", JsonMapper.shared().createObjectNode().put("ID", id));
    }
}
