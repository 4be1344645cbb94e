package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as it was at one moment.
 *
 * @param id names it for ever
 * @param instance what it leads to
 * @param instanceName for the eye
 * @param kind the way in
 * @param port which of several; "" for the only one
 * @param label what was opened, as {@code /bin/bash}; "" where there is nothing to tell
 * @param owner who opened it
 * @param opened when
 * @param shared whether others than its owner may join
 * @param viewers who is there, in the order in which they came
 * @param holder the viewer who types; null when nobody does
 * @param received bytes that came from the guest
 * @param recording whether it is being recorded
 */
public record ConsoleSession(
        UUID id,
        InstanceId instance,
        String instanceName,
        ConsoleKind kind,
        String port,
        String label,
        String owner,
        Instant opened,
        boolean shared,
        List<Participant> viewers,
        @Nullable UUID holder,
        long received,
        boolean recording) {

    public ConsoleSession {
        viewers = List.copyOf(viewers);
    }

    public Optional<Participant> viewer(UUID id) {
        return viewers.stream().filter(viewer -> viewer.id().equals(id)).findFirst();
    }

    /**
     * Somebody in the room.
     *
     * @param id of this viewer; a person with two tabs has two
     * @param name the user's
     * @param mode whether this viewer may be given control
     * @param since when
     * @param asks whether control was asked for and not given yet
     */
    public record Participant(UUID id, String name, ConsoleMode mode, Instant since, boolean asks) {}
}
