package dev.bulkhead.operation.audit;

import dev.bulkhead.operation.audit.AuditVerification.Finding;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code verify-audit}: verifies the record from the outside, without starting Bulkhead and without writing anything. Settings are given
 * as to Bulkhead. Ends with 0 when the record is as it was written, 1 when it is not, 2 when that cannot be told.
 */
public final class VerifyCommand {

    private static final String NAME = "verify-audit";
    private static final String URL = "spring.datasource.url";

    private VerifyCommand() {}

    /** Whether these arguments of the program ask for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Blocks until all is read. @return the exit code */
    public static int run(PrintStream out, String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "off"))
                .initializers(new ExistingOnly())
                .run(arguments)) {
            return verify(out, context);
        } catch (RuntimeException failure) {
            out.println("The audit record cannot be verified: " + reason(failure));
            return 2;
        }
    }

    /** What it takes of Bulkhead. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @EnableConfigurationProperties(AuditSettings.class)
    @Import(AuditStore.class)
    static class Settings {}

    private static int verify(PrintStream out, ConfigurableApplicationContext context) {
        AuditStore store = context.getBean(AuditStore.class);
        AuditFiles files = new AuditFiles(context.getBean(AuditSettings.class).keyFile());
        Optional<AuditFiles.Key> key = files.key();
        if (key.isEmpty()) {
            out.println("The audit record cannot be verified: there is no key at bulkhead.audit.key-file");
            return 2;
        }
        ChainLink inTable = store.last();
        ChainLink end = files.head().filter(head -> head.seq() > inTable.seq()).orElse(inTable);
        AuditVerification found = new AuditProof(store, key.get()).of(end, Optional::empty, proven -> {});
        Finding finding = found.finding();
        out.println(
                finding == null
                        ? "Audit record: %d rows verified, up to row %d".formatted(found.rows(), end.seq())
                        : "Audit record: row %d is %s; the %d rows before it are verified"
                                .formatted(finding.seq(), finding.kind(), found.rows()));
        return finding == null ? 0 : 1;
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    /** A database that is not there must not be made by asking for it. */
    private static final class ExistingOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ConfigurableEnvironment environment = context.getEnvironment();
            String url = environment.getProperty(URL, "");
            if (url.startsWith("jdbc:h2:file:")) {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(NAME, Map.of(URL, url + ";IFEXISTS=TRUE")));
            }
        }
    }
}
