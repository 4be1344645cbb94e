/**
 * Passkeys: keys in somebody's device or password manager that sign in by themselves (WebAuthn), and count as two steps, since the
 * device asks who holds it. Nothing of the library that checks them leaves this package. Imports {@code access} and {@code common}.
 */
@NullMarked
@NamedInterface("passkey")
package dev.bulkhead.access.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
