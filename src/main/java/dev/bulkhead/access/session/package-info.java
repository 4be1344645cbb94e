/**
 * Browser sessions that somebody signed in to: which there are, how long they last, and how they are ended from elsewhere. Imports
 * {@code access} and {@code common}.
 */
@NullMarked
@NamedInterface("session")
package dev.bulkhead.access.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
