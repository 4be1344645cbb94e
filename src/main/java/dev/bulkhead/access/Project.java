package dev.bulkhead.access;

import dev.bulkhead.access.quota.Quota;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The group of instances that grants and quotas apply to. Each instance is in exactly one.
 *
 * @param id names it
 * @param name for people, unique
 * @param quota how much may be in it
 * @param lease how long each may stay; null for as long as it likes
 */
public record Project(
        UUID id, String name, Quota quota, @Nullable LeaseTerms lease) {

    /** Holds every instance that was not put elsewhere. */
    public static final UUID DEFAULT = new UUID(0, 0);

    /** Where the tables do not even have it. */
    static final Project UNNAMED_DEFAULT = new Project(DEFAULT, "default");

    /** One without limits. */
    public Project(UUID id, String name) {
        this(id, name, Quota.NONE, null);
    }
}
