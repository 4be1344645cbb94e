/**
 * The journeys of a user in a real browser, on real engines: what is done behind the page's back with {@code virsh}, {@code docker}
 * and {@code lxc} must show on it. One application serves all classes.
 */
@NullMarked
package dev.bulkhead.browser;

import org.jspecify.annotations.NullMarked;
