/**
 * Signing in at an OpenID provider (authorization code with PKCE). Owns the settings, the lazy look at what the provider offers, and
 * the way there and back; who that is here, {@code access} says.
 */
@NullMarked
@NamedInterface("oidc")
package dev.bulkhead.access.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
