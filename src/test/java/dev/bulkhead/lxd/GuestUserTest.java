package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuestUserTest {

    private static final String PASSWD = """
            root:x:0:0:root:/root:/bin/sh
            ann:x:1000:1001:Ann,,,:/home/ann:/bin/bash
            broken:x:abc:1:::
            12:x:2000:2000::/home/twelve:/bin/sh
            short:x:1
            """;

    @Test
    void aNameAndItsNumberAreTheSameUser() {
        GuestUser ann = new GuestUser(1000, 1001, "ann", "/home/ann");

        assertThat(GuestUser.find("ann", PASSWD)).contains(ann);
        assertThat(GuestUser.find("1000", PASSWD)).contains(ann);
    }

    @Test
    void aNumberWithoutAnEntryIsNotOfRootsGroup() {
        assertThat(GuestUser.find("4000", PASSWD)).contains(new GuestUser(4000, 4000, "", ""));
        assertThat(GuestUser.find("4000", "")).contains(new GuestUser(4000, 4000, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "broken", "short", "-1", "4294967295", "99999999999", "ann:x", " ann", "1000 "})
    void whatIsNeitherANameThereNorANumberIsNobody(String name) {
        assertThat(GuestUser.find(name, PASSWD)).isEmpty();
    }
}
