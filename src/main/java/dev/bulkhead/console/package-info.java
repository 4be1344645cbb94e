/**
 * Ways into instances: who may open which, the rooms in which people share them, and the tickets that lead there. Bytes cross in
 * {@code console.gateway}. Imports {@code host}, {@code engine}, {@code access}, {@code operation} and {@code common}.
 */
@NullMarked
package dev.bulkhead.console;

import org.jspecify.annotations.NullMarked;
