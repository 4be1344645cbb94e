package dev.bulkhead.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All rules, in memory and in the table. Reading is free for all; writing blocks for a statement. */
@Component
class RuleBook {

    private final RuleStore store;
    private final Map<UUID, Rule> rules = new ConcurrentHashMap<>();

    RuleBook(RuleStore store) {
        this.store = store;
        store.load().forEach(rule -> rules.put(rule.id(), rule));
    }

    /** By name. */
    List<Rule> all() {
        return rules.values().stream()
                .sorted(Comparator.comparing(Rule::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Rule::id))
                .toList();
    }

    Optional<Rule> find(UUID id) {
        return Optional.ofNullable(rules.get(id));
    }

    void add(Rule rule) {
        store.insert(rule);
        rules.put(rule.id(), rule);
    }

    void change(Rule rule) {
        store.update(rule);
        rules.put(rule.id(), rule);
    }

    void delete(UUID id) {
        store.delete(id);
        rules.remove(id);
    }
}
