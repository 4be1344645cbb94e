package dev.bulkhead.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceIdTest {

    @Test
    void isReadBackAsItWasWritten() {
        InstanceId id = new InstanceId(new EngineId("local-docker"), "4f3c_~-A");

        assertThat(InstanceId.parse(id.toString())).contains(id);
    }

    /** What an address bar may hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "local-docker",
                "local-docker.",
                ".abc",
                "local-docker.a/b",
                "local-docker.a.b",
                "local-docker.../../etc",
                "Local.abc",
                "-x.abc",
                "local-docker.<b>",
                "local-docker.a b"
            })
    void anythingElseIsNoId(String text) {
        assertThat(InstanceId.parse(text)).isEmpty();
    }

    @Test
    void aVeryLongTextIsNoId() {
        assertThat(InstanceId.parse("local-docker." + "a".repeat(100_000))).isEmpty();
    }
}
