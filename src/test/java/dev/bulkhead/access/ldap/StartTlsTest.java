package dev.bulkhead.access.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.testing.SlapdServer;
import dev.bulkhead.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** StartTLS with Debian's slapd, which here takes no password in the clear. */
class StartTlsTest {

    private static final String ENTRIES = """
            dn: uid=lena,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: lena
            cn: Lena
            sn: Lena
            userPassword: lena in there
            """;

    @TempDir
    private Path folder;

    @Test
    void passwordsAreSaidOverTlsOnly() throws IOException, GeneralSecurityException, NamingException {
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1");
        try (SlapdServer slapd = SlapdServer.startWithTls(ENTRIES, certificate)) {
            LdapDirectory safe = new LdapDirectory(
                    settings(slapd, true), certificate.trusting().getSocketFactory());
            assertThat(safe.prove("lena", "lena in there").orElseThrow().name()).isEqualTo("lena");
            assertThat(safe.prove("lena", "wrong")).isEmpty();

            assertThatThrownBy(() -> new LdapDirectory(settings(slapd, false)).prove("lena", "lena in there"))
                    .as("the directory takes none in the clear, so those before were not")
                    .hasMessageContaining("confidentiality required");
            assertThatThrownBy(() -> new LdapDirectory(settings(slapd, true)).prove("lena", "lena in there"))
                    .as("nobody trusts that certificate")
                    .hasMessage("StartTLS failed");
        }
    }

    @Test
    void aCertificateOfSomebodyElseIsNotTalkedTo() throws IOException, GeneralSecurityException {
        TestCertificate certificate = TestCertificate.of("dns:elsewhere.example.org");
        try (SlapdServer slapd = SlapdServer.startWithTls(ENTRIES, certificate)) {
            LdapDirectory misled = new LdapDirectory(
                    settings(slapd, true), certificate.trusting().getSocketFactory());
            assertThatThrownBy(() -> misled.prove("lena", "lena in there")).hasMessage("StartTLS failed");
        }
    }

    private LdapSettings settings(SlapdServer slapd, boolean startTls) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), SlapdServer.READER_PASSWORD + "\n");
        return new LdapSettings(
                slapd.url(),
                startTls,
                SlapdServer.READER,
                password.toString(),
                SlapdServer.BASE,
                "(uid={0})",
                "entryUUID",
                "uid",
                "",
                "",
                "cn",
                Map.of());
    }
}
