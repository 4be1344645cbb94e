package dev.bulkhead.lxd;

import java.util.Map;

/** The numbers of signals on Linux, since the server takes only those. */
final class Signals {

    static final int HANG_UP = 1;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("HUP", HANG_UP),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("KILL", 9),
            Map.entry("USR1", 10),
            Map.entry("USR2", 12),
            Map.entry("TERM", 15),
            Map.entry("CONT", 18),
            Map.entry("STOP", 19),
            Map.entry("TSTP", 20));

    private Signals() {}

    /** 0 for a name that is not known. */
    static int number(String name) {
        return NUMBERS.getOrDefault(name, 0);
    }
}
