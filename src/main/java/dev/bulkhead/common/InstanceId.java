package dev.bulkhead.common;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one instance for as long as it lives: the engine, a dot, and the id that the engine itself keeps through a rename (libvirt's
 * UUID, Docker's container id, LXD's {@code volatile.uuid}). Never made from a name, so that an action cannot hit a namesake.
 *
 * @param engine where it lives
 * @param local the engine's own id: 1 to 128 letters, digits, {@code _}, {@code ~} and {@code -}; safe in a path
 */
public record InstanceId(EngineId engine, String local) implements Comparable<InstanceId> {

    private static final Pattern LOCAL_FORM = Pattern.compile("[A-Za-z0-9_~-]{1,128}");

    public InstanceId {
        if (!LOCAL_FORM.matcher(local).matches()) {
            throw new IllegalArgumentException(
                    "An engine's id for an instance has 1 to 128 letters, digits, _, ~ and -");
        }
    }

    /** Reads what {@link #toString()} wrote; empty for anything else, since ids come from address bars. */
    public static Optional<InstanceId> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || text.length() > 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InstanceId(new EngineId(text.substring(0, dot)), text.substring(dot + 1)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(InstanceId other) {
        int byEngine = engine.compareTo(other.engine);
        return byEngine != 0 ? byEngine : local.compareTo(other.local);
    }

    @Override
    public String toString() {
        return engine.value() + "." + local;
    }
}
