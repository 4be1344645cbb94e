package dev.bulkhead.alert;

import dev.bulkhead.common.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules and alerts for tests. */
public final class TestRules {

    private TestRules() {}

    static Rule above(Signal signal, double threshold, double clearing, long hold, long clear) {
        return new Rule(
                UUID.randomUUID(),
                "busy",
                signal,
                Place.ALL,
                true,
                threshold,
                clearing,
                Duration.ofSeconds(hold),
                Duration.ofSeconds(clear),
                true);
    }

    static Rule below(Signal signal, double threshold, double clearing) {
        return below(signal, threshold, clearing, 0, 0);
    }

    static Rule below(Signal signal, double threshold, double clearing, long hold, long clear) {
        return new Rule(
                UUID.randomUUID(),
                "soon",
                signal,
                Place.ALL,
                false,
                threshold,
                clearing,
                Duration.ofSeconds(hold),
                Duration.ofSeconds(clear),
                true);
    }

    /** One of CPU, 97.5 % at a threshold of 90 %, for two minutes. */
    public static Alert alert(String name, Alert.@Nullable End end) {
        return new Alert(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Too busy",
                Signal.INSTANCE_CPU,
                true,
                0.9,
                new Subject(Signal.Kind.INSTANCE, "lab-docker.abc", new HostId("lab"), name),
                Instant.parse("2026-11-26T10:00:00Z"),
                0.975,
                Duration.ofMinutes(2),
                "1.95 of 2.00 CPUs",
                end);
    }

    /** Puts it into the table. */
    public static void keep(javax.sql.DataSource database, Alert alert) {
        AlertStore store = new AlertStore(org.springframework.jdbc.core.simple.JdbcClient.create(database));
        store.insert(alert);
        if (alert.end() != null) {
            store.end(alert.id(), alert.end());
        }
    }

    /** As when what it is about is well again. */
    public static void end(javax.sql.DataSource database, Alert alert) {
        new AlertStore(org.springframework.jdbc.core.simple.JdbcClient.create(database))
                .end(alert.id(), new Alert.End(alert.firedAt().plusSeconds(600), Alert.Why.CLEARED, 0.5));
    }
}
