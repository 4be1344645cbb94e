package dev.bulkhead.capacity;

import dev.bulkhead.common.HostId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the guests of a host fit if it dies: the one that needs most memory first, each onto the first other host that has an engine
 * of its kind and room by all rules (first fit, decreasing). The outcome is a proof that there is room, and only nearly one that there
 * is none: another order might place one more.
 *
 * @param placements all of them, in the order in which they were placed
 * @param after the other hosts with all of that on them
 */
public record Evacuation(List<Placement> placements, List<Fit> after) {

    private static final Comparator<Guest> LARGEST_FIRST = Comparator.comparingDouble(
                    (Guest guest) -> guest.size().memory())
            .thenComparingDouble(guest -> guest.size().cpus())
            .reversed()
            .thenComparing(Guest::id);

    public Evacuation {
        placements = List.copyOf(placements);
        after = List.copyOf(after);
    }

    /**
     * @param to the host that it fits on; null when it fits nowhere
     * @param lacking what other hosts with an engine of its kind had too little of; empty when it fits, and when no other host has one
     */
    public record Placement(Guest guest, @Nullable HostId to, Set<Rule> lacking) {}

    static Evacuation plan(List<Guest> guests, List<Room> others, FitRules rules) {
        List<Room> rooms = new ArrayList<>(others);
        List<Placement> placements = guests.stream()
                .sorted(LARGEST_FIRST)
                .map(guest -> place(guest, rooms, rules))
                .toList();
        return new Evacuation(
                placements,
                rooms.stream().map(room -> room.fit(Size.NOTHING, rules)).toList());
    }

    /**
     * A host and all that are guests on it, over however many others.
     *
     * @param inside the host that each is a guest of, of those that are; without circles
     */
    static Set<HostId> within(HostId outermost, Map<HostId, HostId> inside) {
        Set<HostId> within = new HashSet<>(Set.of(outermost));
        for (HostId host : inside.keySet()) {
            for (HostId at = host; at != null; at = inside.get(at)) {
                if (at.equals(outermost)) {
                    within.add(host);
                }
            }
        }
        return within;
    }

    private static Placement place(Guest guest, List<Room> rooms, FitRules rules) {
        Set<Rule> lacking = EnumSet.noneOf(Rule.class);
        for (int at = 0; at < rooms.size(); at++) {
            Room room = rooms.get(at);
            if (room.kinds().contains(guest.kind())) {
                Fit fit = room.fit(guest.size(), rules);
                if (fit.fits()) {
                    rooms.set(at, room.with(guest.size(), rules));
                    return new Placement(guest, room.host(), Set.of());
                }
                lacking.addAll(fit.broken());
            }
        }
        return new Placement(guest, null, lacking);
    }
}
