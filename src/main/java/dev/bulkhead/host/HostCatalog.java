package dev.bulkhead.host;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InvalidSettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads configuration and looks around on this machine: which hosts there are, with which engines. Connects to nothing. */
final class HostCatalog {

    static final String LOCAL = "local";

    private final Map<EngineKind, EngineFactory> factories;
    private final Set<EngineId> taken = new HashSet<>();

    HostCatalog(List<EngineFactory> factories) {
        this.factories = factories.stream().collect(Collectors.toMap(EngineFactory::kind, Function.identity()));
    }

    /**
     * A host and its engines, made but not connected.
     *
     * @param inside the host on which this one is a guest; null for a machine of its own
     */
    record Entry(
            HostId id, String name, boolean local, @Nullable HostId inside, List<Member> engines) {}

    record Member(Engine engine, EngineSettings settings) {}

    /** @throws ConfigurationFault naming the key, the value and the remedy */
    List<Entry> read(HostSettings settings) {
        List<Entry> entries = new ArrayList<>();
        Set<HostId> ids = new HashSet<>();
        for (int index = 0; index < settings.hosts().size(); index++) {
            String key = "bulkhead.hosts[" + index + "]";
            Entry entry = host(key, settings.hosts().get(index));
            if (!ids.add(entry.id())) {
                throw new ConfigurationFault(
                        key + ".id", entry.id().value(), "two hosts have this id; give each its own");
            }
            entries.add(entry);
        }
        if (settings.discoverLocal() && !ids.contains(new HostId(LOCAL))) {
            entries.addFirst(discovered());
        }
        checkNesting(entries);
        return entries;
    }

    /** Each host inside another one leads, from host to host, to a machine of its own. */
    private static void checkNesting(List<Entry> entries) {
        Map<HostId, Entry> known = entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        for (Entry entry : entries) {
            Set<HostId> way = new HashSet<>();
            for (Entry at = entry; at.inside() != null; ) {
                Entry outer = known.get(at.inside());
                if (outer == null || !way.add(at.id())) {
                    throw new ConfigurationFault(
                            "bulkhead.hosts (" + entry.id() + ").inside",
                            at.inside().value(),
                            outer == null
                                    ? "no host has this id; name the host on which this one is a guest"
                                    : "a host cannot be inside itself, over others neither");
                }
                at = outer;
            }
        }
    }

    private Entry discovered() {
        HostId id = new HostId(LOCAL);
        List<Member> engines = new ArrayList<>();
        for (EngineKind kind : EngineKind.values()) {
            EngineFactory factory = factories.get(kind);
            if (factory == null) {
                continue;
            }
            for (EngineSettings found : factory.discover()) {
                EngineId engineId = free(id, kind);
                // A socket that we may not open was not asked for, so it is no fault: the engine says DENIED and why.
                engines.add(new Member(lenient(factory, engineId, found), found));
            }
        }
        return new Entry(id, LocalMachine.hostName(), true, null, engines);
    }

    private static Engine lenient(EngineFactory factory, EngineId id, EngineSettings settings) {
        try {
            return factory.create(id, settings);
        } catch (InvalidSettingsException unusable) {
            return new UnusableEngine(id, String.valueOf(unusable.getMessage()));
        }
    }

    private Entry host(String key, HostSettings.Host host) {
        HostId id = hostId(key + ".id", host.id());
        boolean local = id.value().equals(LOCAL);
        String name = host.name() == null || host.name().isBlank()
                ? local ? LocalMachine.hostName() : id.value()
                : host.name();
        List<Member> engines = new ArrayList<>();
        for (int index = 0; index < host.engines().size(); index++) {
            engines.add(
                    member(key + ".engines[" + index + "]", id, host.engines().get(index)));
        }
        if (engines.isEmpty()) {
            throw new ConfigurationFault(
                    key + ".engines", "(none)", "a host needs at least one engine, each with a kind and a uri");
        }
        HostId inside =
                host.inside() == null || host.inside().isBlank() ? null : hostId(key + ".inside", host.inside());
        return new Entry(id, name, local, inside, engines);
    }

    private static HostId hostId(String key, @Nullable String value) {
        try {
            return new HostId(value == null ? "" : value);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationFault(key, shown(value), String.valueOf(malformed.getMessage()));
        }
    }

    private Member member(String key, HostId host, HostSettings.EngineEntry entry) {
        EngineKind kind = kind(entry.kind())
                .orElseThrow(() -> new ConfigurationFault(
                        key + ".kind", shown(entry.kind()), "unknown engine kind; use libvirt, docker or lxd"));
        EngineFactory factory = factories.get(kind);
        if (factory == null) {
            throw new ConfigurationFault(key + ".kind", shown(entry.kind()), "this build has no adapter for it");
        }
        EngineSettings settings = new EngineSettings(kind, uri(key + ".uri", entry.uri()));
        try {
            return new Member(factory.create(free(host, kind), settings), settings);
        } catch (InvalidSettingsException invalid) {
            throw new ConfigurationFault(key + ".uri", shown(entry.uri()), String.valueOf(invalid.getMessage()));
        }
    }

    private static Optional<EngineKind> kind(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String name = text.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "INCUS" -> Optional.of(EngineKind.LXD);
            case "PODMAN" -> Optional.of(EngineKind.DOCKER);
            default ->
                Arrays.stream(EngineKind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst();
        };
    }

    private static URI uri(String key, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new ConfigurationFault(key, "(empty)", "say where the engine is, for example qemu:///system");
        }
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() == null) {
                throw new ConfigurationFault(
                        key, text, "a URI begins with a scheme, for example unix:///var/run/docker.sock");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new ConfigurationFault(key, text, "not a URI: " + malformed.getReason());
        }
    }

    /** The host and the kind; a second engine of one kind on a host gets a number, by its place in the configuration. */
    private EngineId free(HostId host, EngineKind kind) {
        String stem = host.value() + "-" + kind.name().toLowerCase(Locale.ROOT);
        EngineId id = new EngineId(stem);
        for (int number = 2; !taken.add(id); number++) {
            id = new EngineId(stem + "-" + number);
        }
        return id;
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isBlank() ? "(empty)" : value;
    }
}
