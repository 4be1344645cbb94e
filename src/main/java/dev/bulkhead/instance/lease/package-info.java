/**
 * Until when instances of projects with a lease may stay: kept, announced, renewed, and ended. What a lease is of, and how an instance
 * is stopped, it is told by {@link dev.bulkhead.instance.lease.LeasedInstances}.
 */
@NullMarked
@NamedInterface("lease")
package dev.bulkhead.instance.lease;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
