package dev.bulkhead.access;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a right holds, and what it is asked for. A right on the installation holds everywhere; one on a project for each instance in
 * it. Hosts and projects lie beside each other: a right on a host says nothing of the instances there.
 */
public sealed interface Scope {

    Scope INSTALLATION = new Installation();

    /** What kind of scope it is. */
    Level level();

    /** Of the host, project or instance, as text; "" for the installation. */
    String id();

    /** The kinds of scope. */
    enum Level {
        INSTALLATION,
        HOST,
        PROJECT,
        INSTANCE
    }

    /** All there is, and will be. */
    record Installation() implements Scope {
        @Override
        public Level level() {
            return Level.INSTALLATION;
        }

        @Override
        public String id() {
            return "";
        }
    }

    /** A registered machine. */
    record OnHost(HostId host) implements Scope {
        @Override
        public Level level() {
            return Level.HOST;
        }

        @Override
        public String id() {
            return host.value();
        }
    }

    /** All instances of a project. */
    record InProject(UUID project) implements Scope {
        @Override
        public Level level() {
            return Level.PROJECT;
        }

        @Override
        public String id() {
            return project.toString();
        }
    }

    /** One instance. */
    record OnInstance(InstanceId instance) implements Scope {
        @Override
        public Level level() {
            return Level.INSTANCE;
        }

        @Override
        public String id() {
            return instance.toString();
        }
    }

    /** Reads what {@link #level} and {@link #id} told; empty for anything else. */
    static Optional<Scope> parse(String level, String id) {
        try {
            return switch (Level.valueOf(level.toUpperCase(Locale.ROOT))) {
                case INSTALLATION -> id.isEmpty() ? Optional.of(INSTALLATION) : Optional.empty();
                case HOST -> Optional.of(new OnHost(new HostId(id)));
                case PROJECT -> Optional.of(new InProject(UUID.fromString(id)));
                case INSTANCE -> InstanceId.parse(id).map(OnInstance::new);
            };
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
