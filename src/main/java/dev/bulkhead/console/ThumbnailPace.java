package dev.bulkhead.console;

import java.time.Duration;

/**
 * How often pictures are taken.
 *
 * @param many of each machine, where somebody sees several
 * @param still likewise, while it shows what it showed before: until that changes, or somebody else comes to see it
 * @param one of the only machine that somebody sees
 * @param rest after a failure: of the machine, or of its engine where that is what does not answer
 */
record ThumbnailPace(Duration many, Duration still, Duration one, Duration rest) {
    static final ThumbnailPace USUAL = new ThumbnailPace(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(20));
}
