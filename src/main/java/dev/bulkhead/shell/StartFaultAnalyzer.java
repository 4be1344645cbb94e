package dev.bulkhead.shell;

import dev.bulkhead.common.ConfigurationFault;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Finds the setting that a failed start is due to. What it does not know goes to Spring Boot's analyzers, and then out as a stack
 * trace: a fault of ours.
 */
class StartFaultAnalyzer implements FailureAnalyzer, Ordered {

    private static final int H2_DATABASE_IN_USE = 90020;
    private static final String SQL_STATE_CONNECTION = "08";
    private static final String SQL_STATE_SIGN_IN = "28";
    private static final String SQL_STATE_NO_DATABASE = "3D000";

    private final Environment environment;

    StartFaultAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        ConfigurationFault fault = find(failure, environment);
        return fault == null ? null : new FailureAnalysis(String.valueOf(fault.getMessage()), null, failure);
    }

    /** The setting at fault, by the deepest cause that tells; null when none does. */
    static @Nullable ConfigurationFault find(Throwable failure, Environment environment) {
        ConfigurationFault found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ConfigurationFault fault = translate(cause, environment);
            found = fault == null ? found : fault;
        }
        return found;
    }

    private static @Nullable ConfigurationFault translate(Throwable cause, Environment environment) {
        return switch (cause) {
            case ConfigurationFault fault -> fault;
            case PortInUseException inUse ->
                new ConfigurationFault(
                        "server.port",
                        Integer.toString(inUse.getPort()),
                        "another program listens there; stop it or set another port");
            case BindException unreadable -> translate(unreadable);
            case InvalidConfigurationPropertyValueException invalid ->
                new ConfigurationFault(
                        invalid.getName(),
                        String.valueOf(invalid.getValue()),
                        invalid.getReason() + "; correct the value");
            case SQLException database -> translate(database, environment);
            default -> null;
        };
    }

    private static @Nullable ConfigurationFault translate(BindException unreadable) {
        ConfigurationProperty property = unreadable.getProperty();
        if (property == null) {
            return null;
        }
        Class<?> wanted = unreadable.getTarget().getType().resolve(Object.class);
        return new ConfigurationFault(
                property.getName().toString(),
                String.valueOf(property.getValue()),
                "cannot be read as " + wanted.getSimpleName() + "; correct the value");
    }

    private static @Nullable ConfigurationFault translate(SQLException database, Environment environment) {
        if (database.getErrorCode() == H2_DATABASE_IN_USE) {
            return new ConfigurationFault(
                    DataDirectory.KEY,
                    environment.getProperty(DataDirectory.KEY, ""),
                    "another Bulkhead uses it; stop that one or name another directory");
        }
        String state = String.valueOf(database.getSQLState());
        if (state.startsWith(SQL_STATE_CONNECTION)) {
            return address(environment, "the database cannot be reached; start it or correct the address");
        }
        if (state.startsWith(SQL_STATE_SIGN_IN)) {
            return address(environment, "the database refuses the user or the password; correct them");
        }
        return state.equals(SQL_STATE_NO_DATABASE)
                ? address(environment, "there is no such database; create it or correct the address")
                : null;
    }

    private static ConfigurationFault address(Environment environment, String remedy) {
        String key =
                environment.containsProperty(DatabaseSettings.URL) ? DatabaseSettings.URL : "spring.datasource.url";
        return new ConfigurationFault(key, DatabaseSettings.shown(environment.getProperty(key, "")), remedy);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
