package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What instances are made from, or start from.
 *
 * @param name by which the engine finds it, unique on the engine: Docker's tag ({@code debian:12}; one image with two tags is listed
 *     twice), or its id when it has none; LXD's first alias, or its fingerprint, with its project before it where that is not the default
 *     one; libvirt's pool and volume ({@code default/debian.iso}). Never trusted as markup, path or argument
 * @param named whether people gave it that name; false where it is only an id
 * @param type what it makes: {@code container}, {@code virtual-machine}; or {@code iso}, which is put into a drive
 * @param description "" where there is none
 * @param architecture as the engine says it; "" when unknown
 * @param size on the engine, unpacked where the engine says so; null when unknown
 * @param createdAt null when unknown
 */
public record Image(
        String name,
        boolean named,
        String type,
        String description,
        String architecture,
        @Nullable ByteSize size,
        @Nullable Instant createdAt) {}
