package dev.bulkhead.alert;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules, for pages and the API. Reading answers from memory; changing blocks for some statements, and has effect at the next tick. */
@Service
public class RuleService {

    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final RuleBook book;
    private final AccessRecord record;
    private final ChangeLog<UUID> changes = new ChangeLog<>(1);

    RuleService(RuleBook book, AccessRecord record) {
        this.book = book;
        this.record = record;
    }

    /**
     * What a rule is to be.
     *
     * @param signal has to be there
     * @param threshold has to be there, but for a signal that is yes or no
     * @param clearing the threshold when null
     */
    public record Wanted(
            String name,
            @Nullable Signal signal,
            Place place,
            boolean above,
            @Nullable Double threshold,
            @Nullable Double clearing,
            Duration holdFor,
            Duration clearFor,
            boolean enabled) {

        static Wanted of(Rule rule, boolean enabled) {
            return new Wanted(
                    rule.name(),
                    rule.signal(),
                    rule.place(),
                    rule.above(),
                    rule.threshold(),
                    rule.clearing(),
                    rule.holdFor(),
                    rule.clearFor(),
                    enabled);
        }
    }

    /** All of them, by name. */
    @Requires(Permission.ALERT_MANAGE)
    public List<Rule> list() {
        return book.all();
    }

    /** @throws AccessRefusedException INVALID, CONFLICT when there are too many */
    @Requires(Permission.ALERT_MANAGE)
    public Rule add(Wanted wanted) {
        Rule rule = checked(UUID.randomUUID(), wanted);
        if (book.all().size() >= MOST) {
            throw new AccessRefusedException(Reason.CONFLICT, "There are " + MOST + " rules; delete one first");
        }
        record.keep(change("alert.rule.add", rule, told(rule)), () -> book.add(rule));
        changes.append(List.of(rule.id()));
        return rule;
    }

    /** What fires goes on firing while it is about the same. @throws AccessRefusedException INVALID, NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public Rule change(UUID id, Wanted wanted) {
        find(id);
        Rule rule = checked(id, wanted);
        record.keep(change("alert.rule.change", rule, told(rule)), () -> book.change(rule));
        changes.append(List.of(id));
        return rule;
    }

    /** Turns it on or off. What fires by one that is off is over. @throws AccessRefusedException NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public Rule turn(UUID id, boolean enabled) {
        return change(id, Wanted.of(find(id), enabled));
    }

    /** What fires by it is over. @throws AccessRefusedException NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public void delete(UUID id) {
        Rule rule = find(id);
        record.keep(change("alert.rule.delete", rule, ""), () -> book.delete(id));
        changes.append(List.of(id));
    }

    /** Calls {@code listener} after a rule was made, changed or deleted; any thread, must return at once. */
    @Requires(Permission.ALERT_MANAGE)
    public Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    private Rule find(UUID id) {
        return book.find(id).orElseThrow(() -> new AccessRefusedException(Reason.NOT_FOUND, "There is no such rule"));
    }

    private static AccessChange change(String verb, Rule rule, String detail) {
        return AccessChange.of(verb, rule.id(), rule.name(), detail);
    }

    private static Rule checked(UUID id, Wanted wanted) {
        String name = Figures.line(wanted.name(), 200).strip();
        if (name.isEmpty() || name.length() > 100) {
            throw invalid("A name has 1 to 100 characters");
        }
        Signal signal = wanted.signal();
        if (signal == null) {
            throw invalid("Say what the rule looks at");
        }
        boolean yesOrNo = signal.unit() == Signal.Unit.YES_OR_NO;
        Double threshold = yesOrNo ? Double.valueOf(1) : wanted.threshold();
        if (threshold == null) {
            throw invalid("Say at which number the rule fires");
        }
        Double clearing = yesOrNo || wanted.clearing() == null ? threshold : wanted.clearing();
        Rule rule = new Rule(
                id,
                name,
                signal,
                wanted.place(),
                yesOrNo || wanted.above(),
                threshold,
                clearing,
                wanted.holdFor(),
                wanted.clearFor(),
                wanted.enabled());
        checkNumbers(rule);
        checkPlace(rule);
        return rule;
    }

    private static void checkNumbers(Rule rule) {
        if (!Double.isFinite(rule.threshold()) || !Double.isFinite(rule.clearing()) || rule.threshold() < 0) {
            throw invalid("A threshold is a number, and not below 0");
        }
        if (rule.above() ? rule.clearing() > rule.threshold() : rule.clearing() < rule.threshold()) {
            throw invalid("It is over on the good side of the threshold, or at it");
        }
        if (isOutOfRange(rule.holdFor()) || isOutOfRange(rule.clearFor())) {
            throw invalid("Times are from 0 to 30 days");
        }
    }

    private static void checkPlace(Rule rule) {
        Place place = rule.place();
        boolean all = place.level() == Place.Level.ALL;
        if (all != place.id().isBlank() || place.id().length() > 300) {
            throw invalid("Say which host, project, label or instance it is about");
        }
        boolean ofHosts = all || place.level() == Place.Level.HOST;
        if (rule.signal().kind() != Signal.Kind.INSTANCE && !ofHosts) {
            throw invalid("A host or an engine is in no project, has no label and is no instance");
        }
    }

    private static boolean isOutOfRange(Duration time) {
        return time.isNegative() || time.compareTo(LONGEST) > 0;
    }

    private static AccessRefusedException invalid(String why) {
        return new AccessRefusedException(Reason.INVALID, why);
    }

    private static String told(Rule rule) {
        return rule.signal() + (rule.above() ? " at or above " : " at or below ")
                + Figures.of(rule.signal(), rule.threshold()) + " for " + Figures.of(rule.holdFor())
                + (rule.enabled() ? "" : ", turned off");
    }
}
