package dev.bulkhead.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.alert.AlertKeeper.Tick;
import dev.bulkhead.alert.Lookout.View;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.testing.OnEachDatabase;
import dev.bulkhead.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of readings: alerts in the table, each once, with their numbers. A tick each ten seconds. */
@OnEachDatabase
class AlertKeeperTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final EngineId ENGINE = new EngineId("lab-docker");
    private static final Rule RULE = TestRules.above(Signal.INSTANCE_CPU, 0.9, 0.8, 20, 20);

    private final DataSource database = TestDatabase.fresh();
    private final AlertStore store = new AlertStore(JdbcClient.create(database));
    private RuleBook book = new RuleBook(new RuleStore(JdbcClient.create(database)));
    private AlertKeeper keeper = new AlertKeeper(book, store);
    private Instant wall = Instant.parse("2026-11-26T10:00:00Z");
    private Duration now = Duration.ofDays(1);

    @BeforeEach
    void oneRule() {
        book.all().forEach(rule -> book.delete(rule.id()));
        book.add(RULE);
    }

    /** A thing with one number. */
    private record Thing(String id, @Nullable Double value, String project) implements Seen {

        @Override
        public Subject subject() {
            return new Subject(Signal.Kind.INSTANCE, ENGINE + "." + id, new HostId("lab"), "name\nof\0" + id);
        }

        @Override
        public boolean isIn(Place place) {
            return place.level() == Place.Level.ALL || place.id().equals(project);
        }

        @Override
        public @Nullable Reading read(Signal signal) {
            return value == null ? null : new Reading(value, "measured");
        }
    }

    private void tick(Set<EngineId> silent, Seen... things) {
        keeper.tick(new View(Map.of(Signal.Kind.INSTANCE, List.of(things)), silent), new Tick(wall, now, EVERY));
        wall = wall.plus(EVERY);
        now = now.plus(EVERY);
    }

    /** The same for so many ticks. */
    private void ticks(int count, @Nullable Double value) {
        for (int i = 0; i < count; i++) {
            tick(Set.of(), new Thing("a", value, "p"));
        }
    }

    private List<Alert> kept() {
        return store.before(Instant.parse("2100-01-01T00:00:00Z"), new UUID(0, 0), 100);
    }

    private void restart() {
        book = new RuleBook(new RuleStore(JdbcClient.create(database)));
        keeper = new AlertKeeper(book, store);
        now = Duration.ofSeconds(3);
    }

    @Test
    void anAlertIsKeptWithTheNumbersThatFiredAndClearedIt() {
        ticks(2, 0.95);
        assertThat(keeper.firing()).isEmpty();
        ticks(1, 0.97);

        Alert fired = keeper.firing().getFirst();
        assertThat(kept()).containsExactly(fired);
        assertThat(fired.value()).isEqualTo(0.97);
        assertThat(fired.threshold()).isEqualTo(0.9);
        assertThat(fired.lasted()).isEqualTo(Duration.ofSeconds(20));
        assertThat(fired.firedAt()).isEqualTo(Instant.parse("2026-11-26T10:00:20Z"));
        assertThat(fired.subject().name()).isEqualTo("name of a");
        assertThat(fired.detail()).isEqualTo("measured");

        ticks(2, 0.5);
        assertThat(keeper.firing()).containsExactly(fired);
        ticks(1, 0.6);
        assertThat(keeper.firing()).isEmpty();
        assertThat(kept())
                .containsExactly(
                        fired.ended(new Alert.End(Instant.parse("2026-11-26T10:00:50Z"), Alert.Why.CLEARED, 0.6)));
    }

    @Test
    void aRestartKeepsWhatFiresAndFiresItNoSecondTime() {
        ticks(3, 0.95);
        restart();
        assertThat(keeper.firing()).hasSize(1);
        ticks(5, 0.95);
        assertThat(kept()).hasSize(1);
        ticks(3, 0.1);
        assertThat(keeper.firing()).isEmpty();
        assertThat(kept()).hasSize(1);
    }

    /** Before the inventory is there again nothing is known of what fires. */
    @Test
    void aRestartThatSeesNothingYetEndsNothing() {
        ticks(3, 0.95);
        restart();
        for (int i = 0; i < 60; i++) {
            tick(Set.of(ENGINE));
        }
        assertThat(keeper.firing()).hasSize(1);
        ticks(1, null);
        assertThat(keeper.firing()).hasSize(1);
    }

    @Test
    void theClockOnTheWallFiresAndClearsNothing() {
        ticks(2, 0.95);
        wall = wall.plus(Duration.ofDays(1));
        tick(Set.of(), new Thing("a", 0.2, "p"));
        assertThat(keeper.firing()).isEmpty();
        ticks(3, 0.95);
        wall = wall.minus(Duration.ofDays(2));
        ticks(1, 0.2);
        assertThat(keeper.firing()).hasSize(1);
        ticks(2, 0.2);
        assertThat(keeper.firing()).isEmpty();
    }

    @Test
    void withoutReadingsAnAlertStays() {
        ticks(3, 0.95);
        ticks(100, null);
        assertThat(keeper.firing()).hasSize(1);
        ticks(2, 0.2);
        assertThat(keeper.firing()).as("counted from behind the gap").hasSize(1);
        ticks(1, 0.2);
        assertThat(keeper.firing()).isEmpty();
    }

    @Test
    void whatIsGoneForTwoMinutesThoughItsEngineAnswersEnds() {
        ticks(3, 0.95);
        for (int i = 0; i < 12; i++) {
            tick(Set.of());
        }
        assertThat(keeper.firing()).hasSize(1);
        tick(Set.of());
        assertThat(keeper.firing()).isEmpty();
        assertThat(kept().getFirst().end().why()).isEqualTo(Alert.Why.GONE);
    }

    @Test
    void aRuleThatIsTurnedOffOrMovedAwayEndsItsAlerts() {
        ticks(3, 0.95);
        change(Place.ALL, false);
        ticks(1, 0.95);
        assertThat(kept().getFirst().end().why()).isEqualTo(Alert.Why.RULE);

        change(new Place(Place.Level.PROJECT, "p"), true);
        ticks(3, 0.95);
        assertThat(keeper.firing()).hasSize(1);
        change(new Place(Place.Level.PROJECT, "other"), true);
        ticks(1, 0.95);
        assertThat(keeper.firing()).isEmpty();

        change(Place.ALL, true);
        ticks(3, 0.95);
        book.delete(RULE.id());
        ticks(1, 0.95);
        assertThat(keeper.firing()).isEmpty();
        assertThat(kept()).hasSize(3);
    }

    private void change(Place place, boolean enabled) {
        book.change(new Rule(
                RULE.id(),
                RULE.name(),
                RULE.signal(),
                place,
                true,
                RULE.threshold(),
                RULE.clearing(),
                RULE.holdFor(),
                RULE.clearFor(),
                enabled));
    }

    /** As a full disk: it fires once it can be written, with nobody told before. */
    @Test
    void whatCannotBeWrittenIsWrittenAtTheNextTick() {
        JdbcClient.create(database).sql("alter table alert rename to away").update();
        ticks(5, 0.95);
        assertThat(keeper.firing()).isEmpty();
        assertThat(keeper.changes().head()).isZero();
        JdbcClient.create(database).sql("alter table away rename to alert").update();
        ticks(1, 0.95);
        assertThat(keeper.firing()).hasSize(1);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void thereAreRulesFromTheFirstDay() {
        List<Rule> rules = new RuleStore(JdbcClient.create(TestDatabase.fresh())).load();
        assertThat(rules)
                .allMatch(Rule::enabled)
                .extracting(Rule::signal)
                .containsExactlyInAnyOrder(
                        Signal.ENGINE_DOWN,
                        Signal.HOST_STORAGE,
                        Signal.HOST_MEMORY,
                        Signal.INSTANCE_MEMORY,
                        Signal.HOST_STORAGE_DAYS,
                        Signal.LEASE_DAYS);
    }
}
