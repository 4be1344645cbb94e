package dev.bulkhead.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    private static OidcSettings settings(String issuer, Map<String, String> groups) {
        return new OidcSettings(issuer, "bulkhead", null, null, null, null, null, groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.org", "http://127.0.0.1:9000", "http://localhost/realm"})
    void anIssuerIsReachedSafely(String issuer) {
        assertThat(settings(issuer, Map.of()).checkedIssuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org", "id.example.org", "ftp://x", "http://127.0.0.1.example.org"})
    void oneThatIsNotStopsTheStart(String issuer) {
        assertThatThrownBy(() -> settings(issuer, Map.of()).checkedIssuer())
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageStartingWith("bulkhead.access.oidc.issuer = " + issuer);
    }

    @Test
    void onlyGroupsThatAreMappedCount() {
        OidcSettings settings = settings("https://id.example.org", Map.of("staff", "Staff here"));
        assertThat(settings.groupsHere(List.of("staff", "administrator", "Staff here")))
                .containsExactly("Staff here");
        assertThat(settings.groupsHere("staff")).containsExactly("Staff here");
        assertThat(settings.groupsHere(null)).isEmpty();
    }
}
