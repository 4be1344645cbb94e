package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.metrics.ui.Mark;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What happened to an instance, for its charts: what was done by Bulkhead, as long as tasks are kept, and what its engine told since
 * Bulkhead started. The engine's word for what was just done by us is not told again.
 */
@Component
class InstanceMarks {

    private static final int MOST = 200;
    /** An engine tells what it was asked for within this time. */
    private static final Duration SAME = Duration.ofSeconds(15);

    private final OperationService operations;
    private final InstanceService instances;

    InstanceMarks(OperationService operations, InstanceService instances) {
        this.operations = operations;
        this.instances = instances;
    }

    private record Happened(Instant at, Happening what, String actor) {

        Mark mark() {
            String word = text("happened." + Words.key(what));
            return new Mark(at, actor.isEmpty() ? word : text("happened.by", word, actor), what.isTrouble());
        }
    }

    List<Mark> between(InstanceId id, Instant from, Instant to) {
        List<Happened> done = done(id).toList();
        List<Happened> all = new ArrayList<>(done);
        instances.events(id).reversed().stream()
                .flatMap(event -> Happening.of(event.what()).stream().map(what -> new Happened(event.at(), what, "")))
                .filter(told -> all.stream().noneMatch(known -> isSame(known, told)))
                .forEach(all::add);
        return all.stream()
                .filter(happened ->
                        !happened.at().isBefore(from) && !happened.at().isAfter(to))
                .sorted(Comparator.comparing(Happened::at))
                .map(Happened::mark)
                .toList();
    }

    private Stream<Happened> done(InstanceId id) {
        return operations.list(new OperationQuery(Set.of(OperationState.SUCCEEDED), id.toString(), 0, MOST)).stream()
                .flatMap(operation -> happened(operation).stream());
    }

    private static Optional<Happened> happened(Operation operation) {
        Instant at = operation.endedAt();
        return at == null
                ? Optional.empty()
                : Happening.of(operation.verb()).map(what -> new Happened(at, what, operation.actor()));
    }

    private static boolean isSame(Happened known, Happened told) {
        return known.what() == told.what()
                && Duration.between(known.at(), told.at()).abs().compareTo(SAME) < 0;
    }
}
