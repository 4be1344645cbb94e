package dev.bulkhead.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    private static final String SECRET = "5".repeat(64);

    @Test
    void whatIsMadeIsReadAgainAndNoTwoAreAlike() {
        TokenText made = TokenText.make();
        TokenText read = TokenText.parse(made.text()).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(made.text()).matches("bh_[0-9a-f]{10}_[0-9a-f]{64}");
        assertThat(TokenText.make().secret()).isNotEqualTo(made.secret());
    }

    @Test
    void onlyTheSecretMatchesWhatIsKeptOfIt() {
        TokenText made = TokenText.make();
        assertThat(made.matches(made.hash())).isTrue();
        assertThat(new TokenText(made.id(), SECRET).matches(made.hash())).isFalse();
        assertThat(made.hash()).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bh_", "bh_0123456789", "bh_0123456789_55", "BH_0123456789_", "bh_../../../x_", "bh__"})
    void nothingElseIsOne(String text) {
        assertThat(TokenText.parse(text)).isEmpty();
        assertThat(TokenText.parse(text + SECRET + "x")).isEmpty();
        assertThat(TokenText.parse(text + SECRET + "\n")).isEmpty();
    }
}
