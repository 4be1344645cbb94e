/**
 * What a new password has to be, wherever one is taken: its length, and that it is none of those that are guessed first. Imports
 * nothing of ours.
 */
@NullMarked
@NamedInterface("password")
package dev.bulkhead.access.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
