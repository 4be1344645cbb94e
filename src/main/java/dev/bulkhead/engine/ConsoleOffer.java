package dev.bulkhead.engine;

import org.jspecify.annotations.Nullable;

/**
 * A console that an instance has, usable now or not.
 *
 * @param kind what it is
 * @param port the engine's name for it where an instance may have several ({@code serial0}, {@code vnc}); "" where there is but one
 * @param hostLevel whether who uses it can do on the host what root can, as in a privileged container
 * @param unavailable why it cannot be opened now, in a sentence for people ("The machine is not running"); null when it can
 */
public record ConsoleOffer(
        ConsoleKind kind,
        String port,
        boolean hostLevel,
        @Nullable String unavailable) {}
