package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes storage and that nothing on its engine refers to. Whether it is still worth something only its owner knows.
 *
 * @param kind what it is
 * @param name the engine's name for it; never trusted as markup, path or argument
 * @param place the pool that it lies in; "" where the engine has but one place
 * @param size what would be given back; null where the engine does not tell
 */
public record Reclaimable(
        Kind kind, String name, String place, @Nullable ByteSize size) {

    /** The kinds. */
    public enum Kind {
        /** A volume that no instance has, and that is under no other one. */
        VOLUME,
        /** An image that has no name any more, and of which no container was made. */
        UNTAGGED_IMAGE,
        /** An image that was fetched to make an instance of it, and kept in case there is another one. */
        CACHED_IMAGE,
        /** What is left of building images. */
        BUILD_CACHE
    }
}
