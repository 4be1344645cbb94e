/**
 * Signing in by a directory (LDAP, Active Directory). Owns how it is asked: find the entry, bind as it, read its groups; who that is
 * here, {@code access} says.
 */
@NullMarked
@NamedInterface("ldap")
package dev.bulkhead.access.ldap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
