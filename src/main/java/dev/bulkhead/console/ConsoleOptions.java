package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to open.
 *
 * @param request which console, and how
 * @param mode whether to type or only watch
 * @param console the room to come back to or to join; null for the shared one of its kind, or a new one
 * @param from absolute position of the first output byte that the viewer has not seen; negative for all that is kept
 */
public record ConsoleOptions(
        ConsoleRequest request, ConsoleMode mode, @Nullable UUID console, long from) {

    public static ConsoleOptions of(ConsoleRequest request, ConsoleMode mode) {
        return new ConsoleOptions(request, mode, null, -1);
    }

    public static ConsoleOptions of(ConsoleKind kind, ConsoleMode mode) {
        return of(ConsoleRequest.of(kind, ""), mode);
    }

    public ConsoleOptions returningTo(UUID room, long position) {
        return new ConsoleOptions(request, mode, room, position);
    }
}
