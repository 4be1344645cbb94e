package dev.bulkhead.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers are asked; that they answer, and what is taken of it, is tried with a browser (SignInIT). */
class CeremoniesTest {

    private static final Site SITE = new Site("bulkhead.example", "https://bulkhead.example");
    private static final Person ADA = new Person(UUID.randomUUID(), "ada", true);

    private final Ceremonies ceremonies = new Ceremonies();

    private static JsonNode json(Ceremony ceremony) {
        return new JsonMapper().readTree(ceremony.options());
    }

    @Test
    void aNewPasskeyIsDiscoverableAndAsksWhoHoldsIt() {
        JsonNode asked = json(ceremonies.registration(SITE, ADA, List.of("AAEC")));
        assertThat(asked.at("/rp/id").asString()).isEqualTo("bulkhead.example");
        assertThat(asked.at("/user/name").asString()).isEqualTo("ada");
        assertThat(asked.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
        assertThat(asked.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(asked.at("/excludeCredentials/0/id").asString()).isEqualTo("AAEC");
        assertThat(asked.at("/pubKeyCredParams")
                        .valueStream()
                        .map(parameter -> parameter.path("alg").asInt()))
                .containsExactly(-8, -7, -257);
    }

    @Test
    void noChallengeIsUsedTwice() {
        String first =
                json(ceremonies.assertion(SITE, List.of())).path("challenge").asString();
        String second =
                json(ceremonies.assertion(SITE, List.of())).path("challenge").asString();
        assertThat(first).hasSize(43).isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"AAEC\"}",
                "{\"response\":{\"clientDataJSON\":\"AA\"}}",
                "\u0000"
            })
    void whatIsNoAnswerIsNobodys(String answer) {
        assertThat(ceremonies.claimed(answer)).isEmpty();
        assertThat(ceremonies.registered(ceremonies.registration(SITE, ADA, List.of()), answer, ADA, "x"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bulkhead.example, https://bulkhead.example, true",
        "example, https://bulkhead.example:8443, true",
        "localhost, http://localhost:8080, true",
        "bulkhead.example, http://bulkhead.example, false",
        "127.0.0.1, http://127.0.0.1:8080, false",
        "192.0.2.1, https://192.0.2.1, false",
        "'[2001:db8::1]', 'https://[2001:db8::1]', false"
    })
    void passkeysAreOfferedWhereBrowsersMakeThem(String domain, String origin, boolean usable) {
        assertThat(new Site(domain, origin).isUsable()).isEqualTo(usable);
    }
}
