package dev.bulkhead.access.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapSettingsTest {

    private static LdapSettings settings(String url, boolean startTls) {
        return new LdapSettings(
                url, startTls, "", null, "ou=people", "(uid={0})", "entryUUID", "uid", "", "", "cn", Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ldaps://directory.example.org", "ldap://127.0.0.1:389", "ldap://localhost", "ldap://[::1]"})
    void whereNobodyListensInPasswordsMayBeSent(String url) {
        assertThat(settings(url, false).checked().isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://directory.example.org", "ldap://192.0.2.7", "http://127.0.0.1", "directory"})
    void elsewhereTheStartIsRefusedWithoutTls(String url) {
        assertThatThrownBy(() -> settings(url, false).checked())
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageStartingWith("bulkhead.access.ldap.url = " + url);
    }

    @Test
    void withStartTlsItIsSafeToo() {
        assertThat(settings("ldap://directory.example.org", true).checked().startTls())
                .isTrue();
    }
}
