/**
 * The adapter of LXD and Incus, which speak one family of REST API over a unix socket. Owns the HTTP client, the wire's words and
 * their translation into {@code engine}'s vocabulary; none of it leaves this package. Imports {@code engine} and {@code common}.
 *
 * <p>Instances are addressed by project and name on the wire and change both, so they are known here by {@code volatile.uuid}, see
 * {@link dev.bulkhead.lxd.LocalIds}.
 */
@NullMarked
package dev.bulkhead.lxd;

import org.jspecify.annotations.NullMarked;
