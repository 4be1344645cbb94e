package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleKind;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param scrollback how much output of a terminal is kept for those who come back
 * @param keepProcess how long a process that was begun here goes on without a viewer
 * @param keepLine how long a serial line or console, which others may want, is held without a viewer
 * @param perUser how many consoles one user may have open
 * @param total how many may be open in all
 */
@ConfigurationProperties("bulkhead.consoles")
public record ConsoleSettings(
        @DefaultValue("1MB") DataSize scrollback,
        @DefaultValue("30m") Duration keepProcess,
        @DefaultValue("2m") Duration keepLine,
        @DefaultValue("50") int perUser,
        @DefaultValue("500") int total) {

    /** How long a room of this kind stays when everybody has left. */
    Duration keep(ConsoleKind kind) {
        return switch (kind) {
            case EXEC -> keepProcess;
            case SERIAL, CONSOLE, ATTACH -> keepLine;
            case SCREEN, LOGS -> Duration.ZERO;
        };
    }
}
