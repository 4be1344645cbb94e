/**
 * Tells alerts outside of Bulkhead: by e-mail, and to web addresses of programs and chats. What each was told stands in a table, so that a
 * restart tells nothing twice and nobody waits for a receiver. Imports {@code alert}, {@code access}, {@code operation} and {@code common}.
 */
@NullMarked
@NamedInterface("send")
package dev.bulkhead.alert.send;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
