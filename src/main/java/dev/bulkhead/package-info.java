/** The entry point of Bulkhead; nothing but {@code main} and the app shell lives here. */
@NullMarked
package dev.bulkhead;

import org.jspecify.annotations.NullMarked;
