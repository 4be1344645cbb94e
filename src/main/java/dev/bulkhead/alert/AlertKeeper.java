package dev.bulkhead.alert;

import dev.bulkhead.alert.Alert.End;
import dev.bulkhead.alert.Alert.Why;
import dev.bulkhead.alert.Seen.Reading;
import dev.bulkhead.common.ChangeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Holds every rule against all it is about, at each tick, and keeps what fires. What fires and clears is so once it is in the table: while
 * that cannot be written it is tried again at each tick. What fired before a restart goes on firing; how long readings had been bad by
 * then is counted anew.
 */
@Component
class AlertKeeper {

    /** For how long something has to be missed before it is believed to be gone. */
    static final Duration GONE_AFTER = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);

    private final RuleBook rules;
    private final AlertStore store;
    private final Map<Key, Watch> watches = new HashMap<>();
    private final Map<Key, Alert> firing = new ConcurrentHashMap<>();
    private final ChangeLog<UUID> changes = new ChangeLog<>(1000);
    private boolean failing;

    AlertKeeper(RuleBook rules, AlertStore store) {
        this.rules = rules;
        this.store = store;
        for (Alert alert : store.firing()) {
            Key key = new Key(alert.rule(), alert.subject().key());
            firing.put(key, alert);
            watches.put(key, Watch.FIRING);
        }
    }

    private record Key(UUID rule, String subject) {}

    /** When it is, by the clock on the wall and by one that nobody sets, and how far apart ticks are. */
    record Tick(Instant at, Duration now, Duration every) {}

    /** What fires now, the newest first. */
    List<Alert> firing() {
        return firing.values().stream()
                .sorted(Comparator.comparing(Alert::firedAt).reversed().thenComparing(Alert::id))
                .toList();
    }

    /** Which alerts fired or ended. */
    ChangeLog<UUID> changes() {
        return changes;
    }

    synchronized void tick(Lookout.View view, Tick tick) {
        Set<Key> looked = new HashSet<>();
        List<UUID> changed = new ArrayList<>();
        boolean written = true;
        for (Rule rule : rules.all()) {
            if (rule.enabled()) {
                for (Seen seen : view.of(rule.signal().kind())) {
                    if (seen.isIn(rule.place())) {
                        Key key = new Key(rule.id(), seen.subject().key());
                        looked.add(key);
                        Reading reading = seen.read(rule.signal());
                        written &= reading == null || step(key, rule, seen.subject(), reading, tick, changed);
                    }
                }
            }
        }
        written &= endUnlooked(view, looked, tick, changed);
        watches.keySet().removeIf(key -> !looked.contains(key) && !firing.containsKey(key));
        tell(written);
        changes.append(changed);
    }

    /** @return false when it could not be written */
    private boolean step(Key key, Rule rule, Subject subject, Reading reading, Tick tick, List<UUID> changed) {
        Watch before = watches.getOrDefault(key, Watch.NEW);
        Watch after =
                before.read(rule, reading.value(), tick.now(), rule.signal().gap(tick.every()));
        if (before.firing() != after.firing()) {
            boolean written = after.firing()
                    ? fire(key, alert(rule, subject, reading, before.lasted(tick.now()), tick.at()), changed)
                    : end(key, new End(tick.at(), Why.CLEARED, reading.value()), changed);
            after = written ? after : before.held(tick.now());
            keep(key, after);
            return written;
        }
        keep(key, after);
        return true;
    }

    private void keep(Key key, Watch watch) {
        if (watch.isIdle()) {
            watches.remove(key);
        } else {
            watches.put(key, watch);
        }
    }

    private static Alert alert(Rule rule, Subject subject, Reading reading, Duration lasted, Instant at) {
        return new Alert(
                UUID.randomUUID(),
                rule.id(),
                rule.name(),
                rule.signal(),
                rule.above(),
                rule.threshold(),
                new Subject(subject.kind(), subject.id(), subject.host(), Figures.line(subject.name(), 300)),
                at,
                reading.value(),
                lasted,
                Figures.line(reading.detail(), 300),
                null);
    }

    /** Alerts that no rule looks at any more: by a change of rules, or since what they are about is not there. */
    private boolean endUnlooked(Lookout.View view, Set<Key> looked, Tick tick, List<UUID> changed) {
        Set<String> present = new HashSet<>();
        view.seen()
                .values()
                .forEach(all -> all.forEach(seen -> present.add(seen.subject().key())));
        boolean written = true;
        for (Map.Entry<Key, Alert> entry : firing.entrySet()) {
            Key key = entry.getKey();
            Subject subject = entry.getValue().subject();
            boolean ruled = rules.find(key.rule()).filter(Rule::enabled).isPresent();
            if (looked.contains(key)) {
                continue;
            }
            if (!ruled || present.contains(key.subject())) {
                written &= end(key, new End(tick.at(), Why.RULE, null), changed);
            } else if (view.wouldShow(subject)) {
                Watch before = watches.getOrDefault(key, Watch.FIRING);
                Watch after = before.missed(
                        GONE_AFTER, tick.now(), entry.getValue().signal().gap(tick.every()));
                boolean gone = !after.firing();
                boolean ended = gone && end(key, new End(tick.at(), Why.GONE, null), changed);
                watches.put(key, gone && !ended ? before.held(tick.now()) : after);
                written &= gone == ended;
            }
        }
        return written;
    }

    private boolean fire(Key key, Alert alert, List<UUID> changed) {
        return write(
                () -> {
                    store.insert(alert);
                    firing.put(key, alert);
                },
                alert.id(),
                changed);
    }

    private boolean end(Key key, End end, List<UUID> changed) {
        Alert alert = firing.get(key);
        return alert == null
                || write(
                        () -> {
                            store.end(alert.id(), end);
                            firing.remove(key);
                        },
                        alert.id(),
                        changed);
    }

    private static boolean write(Runnable work, UUID id, List<UUID> changed) {
        try {
            work.run();
            changed.add(id);
            return true;
        } catch (DataAccessException failed) {
            LOG.debug("An alert could not be written", failed);
            return false;
        }
    }

    private void tell(boolean written) {
        if (failing == written) {
            failing = !written;
            if (failing) {
                LOG.error("Alerts cannot be written to the database; it is tried again at each tick");
            } else {
                LOG.info("Alerts are written again");
            }
        }
    }
}
