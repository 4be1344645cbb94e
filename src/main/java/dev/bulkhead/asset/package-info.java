/**
 * Storage pools, networks and images: what instances are made on. Lists them and tells which projects they were given to; who gives them
 * is a matter of {@code access}. May import {@code host} and what that may.
 */
@NullMarked
package dev.bulkhead.asset;

import org.jspecify.annotations.NullMarked;
