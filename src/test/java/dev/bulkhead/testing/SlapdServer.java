package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A private slapd on a port of loopback with the directory {@value #BASE}. It lets in whoever binds with a name and no password, as
 * nobody, which is the trap that clients have to know. Where none can run, the test is aborted on a laptop and fails where {@code CI}
 * is set.
 */
public final class SlapdServer implements AutoCloseable {

    public static final String BASE = "dc=example,dc=org";
    public static final String ADMINISTRATOR = "cn=admin," + BASE;
    public static final String PASSWORD = "only-for-tests";

    /** Who may read, and with which password. */
    public static final String READER = "cn=reader," + BASE;

    public static final String READER_PASSWORD = "reads only";

    private static final String HEAD = """
            dn: %1$s
            objectClass: organization
            objectClass: dcObject
            o: Example
            dc: example

            dn: %2$s
            objectClass: organizationalRole
            objectClass: simpleSecurityObject
            cn: reader
            userPassword: %3$s

            """.formatted(BASE, READER, READER_PASSWORD);

    private static final String CONFIGURATION = """
            dn: cn=config
            objectClass: olcGlobal
            cn: config
            olcAllows: bind_anon_cred bind_anon_dn
            %5$s
            dn: cn=module{0},cn=config
            objectClass: olcModuleList
            cn: module{0}
            olcModulePath: /usr/lib/ldap
            olcModuleLoad: back_mdb

            dn: cn=schema,cn=config
            objectClass: olcSchemaConfig
            cn: schema

            include: file:///etc/ldap/schema/core.ldif

            include: file:///etc/ldap/schema/cosine.ldif

            include: file:///etc/ldap/schema/inetorgperson.ldif

            dn: olcDatabase={1}mdb,cn=config
            objectClass: olcDatabaseConfig
            objectClass: olcMdbConfig
            olcDatabase: {1}mdb
            olcSuffix: %1$s
            olcRootDN: %2$s
            olcRootPW: %3$s
            olcDbDirectory: %4$s
            olcDbNoSync: TRUE

            """;

    private final int port;
    private final LoopbackDaemon daemon;

    private SlapdServer(String entries, @Nullable TestCertificate certificate) {
        port = FreePort.find();
        Path directory = Sandbox.newDirectory();
        Path configuration = directory.resolve("config");
        try {
            Path data = directory.resolve("data");
            String security = certificate == null ? "" : secrets(directory, certificate);
            for (Path own : List.of(configuration, data)) {
                Files.createDirectory(own);
                LoopbackDaemon.giveAway(own);
            }
            load(
                    configuration,
                    0,
                    Files.writeString(
                            directory.resolve("config.ldif"),
                            CONFIGURATION.formatted(BASE, ADMINISTRATOR, PASSWORD, data, security)));
            load(configuration, 1, Files.writeString(directory.resolve("data.ldif"), HEAD + entries));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
        List<String> command = new ArrayList<>(LoopbackDaemon.withoutRights());
        command.addAll(List.of(program("slapd"), "-F", configuration.toString(), "-h", url(), "-d", "0"));
        daemon = LoopbackDaemon.start(directory, "TERM", command, () -> LoopbackDaemon.listens(port));
    }

    /** With these entries, as LDIF, below the directory itself and beside its reader. */
    public static SlapdServer start(String entries) {
        return start(entries, null);
    }

    /** One that takes passwords over TLS only, and begins that by StartTLS. */
    public static SlapdServer startWithTls(String entries, TestCertificate certificate) {
        return start(entries, certificate);
    }

    private static SlapdServer start(String entries, @Nullable TestCertificate certificate) {
        try {
            return new SlapdServer(entries, certificate);
        } catch (RuntimeException failure) {
            String message = "slapd cannot run here: " + failure.getMessage();
            throw System.getenv("CI") == null
                    ? new TestAbortedException(message, failure)
                    : new IllegalStateException(message, failure);
        }
    }

    public String url() {
        return "ldap://127.0.0.1:" + port;
    }

    private static String secrets(Path directory, TestCertificate certificate)
            throws IOException, GeneralSecurityException {
        Path shown = certificate.certificate(directory.resolve("certificate.pem"));
        Path key = certificate.key(directory.resolve("key.pem"));
        LoopbackDaemon.giveAway(key);
        return """
                olcTLSCertificateFile: %s
                olcTLSCertificateKeyFile: %s
                olcSecurity: simple_bind=128
                """.formatted(shown, key);
    }

    private static void load(Path configuration, int database, Path ldif) {
        List<String> command = new ArrayList<>(LoopbackDaemon.withoutRights());
        command.add(program("slapadd"));
        new CommandLine(command, Map.of())
                .run("-n", String.valueOf(database), "-F", configuration.toString(), "-l", ldif.toString());
    }

    private static String program(String name) {
        return LoopbackDaemon.program(name, Stream.of("/usr/bin", "/usr/sbin").map(Path::of));
    }

    @Override
    public void close() {
        daemon.close();
    }
}
