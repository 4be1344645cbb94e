package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import org.jspecify.annotations.Nullable;

/**
 * A disk or root file system of an instance.
 *
 * @param device what the guest calls it ({@code vda}), or the device's name in LXD's configuration
 * @param type {@code disk}, {@code cdrom}, {@code floppy}
 * @param source file, volume or pool path; "" for an empty drive
 * @param capacity what the guest sees; null when unknown
 * @param allocated what it takes on the host now; null when unknown
 * @param readOnly whether the guest cannot write
 */
public record Disk(
        String device,
        String type,
        String source,
        @Nullable ByteSize capacity,
        @Nullable ByteSize allocated,
        boolean readOnly) {}
