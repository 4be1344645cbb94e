/**
 * What every page uses: badges, notifications, and {@link dev.bulkhead.common.ui.LiveBinding}, the one way from a background change to
 * an open page. The only place besides {@code shell} that calls {@code UI.access}.
 */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.common.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
