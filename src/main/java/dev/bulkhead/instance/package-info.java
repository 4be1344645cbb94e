/**
 * The inventory of all instances and what can be done to them.
 */
@NullMarked
package dev.bulkhead.instance;

import org.jspecify.annotations.NullMarked;
