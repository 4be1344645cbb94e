package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.instance.lease.LeaseService;
import java.time.Duration;

/** Until when an instance may stay, and what then, in words. */
final class LeaseWords {

    private LeaseWords() {}

    /** "Its lease ends", "Its lease is over". */
    static String end(LeaseService.Told lease) {
        return text(lease.stage() == Stage.OVER ? "lease.over" : "lease.ends");
    }

    /** What becomes of it. */
    static String then(LeaseService.Told lease) {
        return lease.terms().end() == End.STOP
                ? text("lease.then.stop")
                : text("lease.then.delete", time(lease.terms().grace()));
    }

    /** "3 days", "5 hours". */
    static String time(Duration time) {
        return time.toHours() % 24 == 0 ? text("lease.days", time.toDays()) : text("lease.hours", time.toHours());
    }
}
