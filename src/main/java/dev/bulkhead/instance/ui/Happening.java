package dev.bulkhead.instance.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is worth a mark on a chart, with the words of operations and of engines for it. */
enum Happening {
    STARTED(false, "start", "started"),
    STOPPED(false, "shutdown", "powerOff", "stop", "stopped", "die", "died"),
    RESTARTED(false, "restart", "restarted", "reset", "rebooted"),
    PAUSED(false, "pause", "paused", "suspended"),
    RESUMED(false, "resume", "resumed", "unpause"),
    SNAPSHOT(false, "snapshot", "snapshot-created"),
    RESIZED(false, "update", "memory changed"),
    MIGRATED(false, "migrate", "migrated"),
    CRASHED(true, "crashed"),
    OUT_OF_MEMORY(true, "oom");

    private final boolean trouble;
    private final Set<String> words;

    Happening(boolean trouble, String... words) {
        this.trouble = trouble;
        this.words = Set.of(words);
    }

    boolean isTrouble() {
        return trouble;
    }

    /** Empty for words that stand for nothing of it. */
    static Optional<Happening> of(String word) {
        return Arrays.stream(values())
                .filter(happening -> happening.words.contains(word))
                .findFirst();
    }
}
