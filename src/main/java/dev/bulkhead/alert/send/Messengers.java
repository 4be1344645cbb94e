package dev.bulkhead.alert.send;

import dev.bulkhead.alert.AlertFeed;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One messenger for each target, for as long as there is that target. */
@Component
class Messengers {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final TargetStore targets;
    private final ToldStore told;
    private final Senders senders;
    private final Registration following;
    private final Map<UUID, Messenger> running = new ConcurrentHashMap<>();
    private final ChangeLog<UUID> changes = new ChangeLog<>(1);

    Messengers(TargetStore targets, ToldStore told, Senders senders, AlertFeed alerts) {
        this.targets = targets;
        this.told = told;
        this.senders = senders;
        following = alerts.onChange(() -> running.values().forEach(Messenger::wake));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        targets.load().forEach(this::begin);
    }

    /** Has a target, new or changed, informed from now on. */
    void begin(Target target) {
        end(target.id());
        Messenger messenger = new Messenger(
                target,
                senders.to(target),
                told,
                LocalTime::now,
                FIRST_PAUSE,
                () -> changes.append(List.of(target.id())));
        running.put(target.id(), messenger);
        Thread.ofVirtual().name("alert-messenger").start(messenger);
        changes.append(List.of(target.id()));
    }

    void end(UUID target) {
        Messenger messenger = running.remove(target);
        if (messenger != null) {
            messenger.end();
            changes.append(List.of(target));
        }
    }

    /** By name. */
    List<Messenger> all() {
        return running.values().stream()
                .sorted(Comparator.comparing(
                                (Messenger messenger) -> messenger.target().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(messenger -> messenger.target().id()))
                .toList();
    }

    Optional<Messenger> find(UUID target) {
        return Optional.ofNullable(running.get(target));
    }

    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    @PreDestroy
    void endAll() {
        following.close();
        running.values().forEach(Messenger::end);
    }
}
