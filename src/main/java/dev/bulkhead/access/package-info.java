/**
 * Users and the one question "may S do V on R". Imports {@code common} only.
 */
@NullMarked
package dev.bulkhead.access;

import org.jspecify.annotations.NullMarked;
