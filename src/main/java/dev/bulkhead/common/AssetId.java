package dev.bulkhead.common;

import java.util.Locale;
import java.util.Optional;

/**
 * Names a storage pool, a network or an image: what instances of an engine are made on. Engines keep no other id of them that outlives
 * their being made anew, and people mean the name: whoever is given {@code debian:12} keeps it when it is pulled again.
 *
 * @param engine where it is
 * @param kind which of the three
 * @param name the engine's name for it, 1 to 400 characters; never trusted as markup, path or argument
 */
public record AssetId(EngineId engine, Kind kind, String name) implements Comparable<AssetId> {

    private static final int LONGEST = 400;

    /** The kinds. */
    public enum Kind {
        POOL,
        NETWORK,
        IMAGE;

        /** As it stands in ids and the record. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AssetId {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("The name of a pool, network or image has 1 to 400 characters");
        }
    }

    /** Whether it can be told by that name. */
    public static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST;
    }

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<AssetId> parse(String text) {
        String[] parts = text.split("\\.", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new AssetId(
                            new EngineId(parts[0]), Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(AssetId other) {
        return toString().compareTo(other.toString());
    }

    /** As {@code local-docker.image.debian:12}. */
    @Override
    public String toString() {
        return engine.value() + "." + kind.word() + "." + name;
    }
}
