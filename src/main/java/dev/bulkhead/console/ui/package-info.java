/**
 * What pages show of consoles: the elements that bring a guest's terminal or screen into the page, and the bars above them. Bytes of a
 * console never come through here; an element asks for a ticket, and the page that owns it answers. Imports {@code common.ui}.
 */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.console.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
