/**
 * What stands between a typed password and a session: the wait after wrong ones, and the second step. Imports {@code access} and
 * {@code common}.
 */
@NullMarked
@NamedInterface("signin")
package dev.bulkhead.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
