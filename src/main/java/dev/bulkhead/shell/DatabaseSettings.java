package dev.bulkhead.shell;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.SecretFile;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets all data be kept in PostgreSQL: an address, a user, and a file with the password. Without an address it is the embedded one. */
class DatabaseSettings implements EnvironmentPostProcessor, Ordered {

    static final String URL = "bulkhead.database.url";

    private static final String USER = "bulkhead.database.user";
    private static final String PASSWORD_FILE = "bulkhead.database.password-file";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(URL, "").strip();
        if (url.isEmpty()) {
            return;
        }
        if (!url.startsWith(POSTGRESQL)) {
            throw new ConfigurationFault(
                    URL, shown(url), "is no address of PostgreSQL; it begins as " + POSTGRESQL + "//host/database");
        }
        if (url.matches(".*[?&]password=.*")) {
            throw new ConfigurationFault(
                    URL, shown(url), "holds a password; name a file that holds it, as " + PASSWORD_FILE);
        }
        Map<String, Object> spring = new HashMap<>();
        spring.put("spring.datasource.url", url);
        spring.put("spring.datasource.username", environment.getProperty(USER, "bulkhead"));
        String file = environment.getProperty(PASSWORD_FILE, "");
        if (!file.isBlank()) {
            spring.put("spring.datasource.password", SecretFile.read(PASSWORD_FILE, file));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("database", spring));
    }

    /** Without its parameters, which may hold a secret. */
    static String shown(String url) {
        return url.replaceFirst("[?;].*", "");
    }

    /** After configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
