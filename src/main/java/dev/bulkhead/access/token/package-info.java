/**
 * Tokens: what programs send instead of a password. Owns how they are made, kept, proven, limited and taken back; what one may do is
 * decided where everything is, from its owner's rights of that moment.
 */
@NullMarked
@NamedInterface("token")
package dev.bulkhead.access.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
