package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine's answer to what consoles an instance has.
 *
 * @param offers usable now or not
 * @param trouble why the engine did not answer, for people; null when it did
 */
public record OfferedConsoles(
        List<ConsoleOffer> offers, @Nullable String trouble) {
    public OfferedConsoles {
        offers = List.copyOf(offers);
    }
}
