package dev.bulkhead.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where browsers reach us by HTTPS, the session's cookie is bound to exactly this host by the name {@code __Host-}, and never sent in
 * the clear. HTTPS is ours ({@code server.ssl}), or a proxy's that {@code bulkhead.public-url} tells of.
 */
class HttpsCookie implements EnvironmentPostProcessor, Ordered {

    private static final String PUBLIC_URL = "bulkhead.public-url";
    private static final List<String> OWN_TLS =
            List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean proxied =
                environment.getProperty(PUBLIC_URL, "").toLowerCase(Locale.ROOT).startsWith("https://");
        boolean own = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && OWN_TLS.stream().anyMatch(environment::containsProperty);
        if (proxied || own) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "httpsCookie",
                            Map.of(
                                    "server.servlet.session.cookie.name", "__Host-bulkhead",
                                    "server.servlet.session.cookie.secure", "true")));
        }
    }

    /** After configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
