package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.host.ui.EngineWords;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.instance.lease.LeaseService;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import dev.bulkhead.operation.ui.TaskWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator should look at now, worst first: each with its reason and the way to the next step. */
@Component
class Attention {

    private static final int EACH = 4;
    private static final Duration RECENT = Duration.ofHours(24);

    private final HostService hosts;
    private final InstanceService instances;
    private final OperationService operations;
    private final LeaseService leases;

    Attention(HostService hosts, InstanceService instances, OperationService operations, LeaseService leases) {
        this.hosts = hosts;
        this.instances = instances;
        this.operations = operations;
        this.leases = leases;
    }

    /**
     * @param tone how bad
     * @param title what
     * @param reason why, or what it means
     * @param at since when, or when it will be; null where that says nothing
     * @param path where the next step is taken
     * @param step what that is called
     */
    record Matter(
            Tone tone,
            String title,
            String reason,
            @Nullable Instant at,
            String path,
            String step) {}

    List<Matter> now() {
        List<Matter> matters = new ArrayList<>();
        engines(matters);
        crashed(matters);
        failed(matters);
        leases(matters);
        for (HostStatus host : hosts.hosts()) {
            HostFacts facts = host.facts();
            if (facts != null) {
                pools(host, facts, matters);
                acceleration(host, facts, matters);
            }
        }
        return matters;
    }

    private void engines(List<Matter> matters) {
        for (EngineStatus engine : hosts.engines()) {
            if (engine.health() == EngineHealth.DOWN || engine.health() == EngineHealth.NOT_RESPONDING) {
                matters.add(new Matter(
                        Tone.TROUBLE,
                        EngineWords.trouble(engine, hosts),
                        EngineWords.remedy(engine),
                        engine.since(),
                        "hosts#" + engine.host(),
                        text("trouble.what-to-do")));
            }
        }
    }

    private void crashed(List<Matter> matters) {
        instances.list(Filters.states(InstanceQuery.ALL, Set.of(InstanceState.CRASHED))).stream()
                .limit(EACH)
                .forEach(item -> matters.add(new Matter(
                        Tone.TROUBLE,
                        text("attention.crashed", cut(item.instance().name(), 60)),
                        cut(String.valueOf(item.instance().stateReason()), 120),
                        null,
                        "instances/" + item.id(),
                        text("open"))));
    }

    private void failed(List<Matter> matters) {
        Instant since = Instant.now().minus(RECENT);
        operations.list(new OperationQuery(Set.of(OperationState.FAILED), null, 0, EACH)).stream()
                .filter(task -> task.requestedAt().isAfter(since))
                .forEach(task -> matters.add(failed(task)));
    }

    private void leases(List<Matter> matters) {
        leases.ending().stream()
                .limit(EACH)
                .flatMap(lease -> instances.find(lease.instance()).stream().map(item -> matter(lease, item)))
                .forEach(matters::add);
    }

    private static Matter matter(LeaseService.Told lease, InventoryItem item) {
        return new Matter(
                lease.stage() == Stage.WITHIN_A_DAY ? Tone.PAUSED : Tone.TROUBLE,
                text(
                        lease.stage() == Stage.OVER ? "attention.lease-over" : "attention.lease",
                        cut(item.instance().name(), 60)),
                LeaseWords.then(lease),
                lease.endsAt(),
                "instances/" + item.id(),
                text("open"));
    }

    private static Matter failed(Operation task) {
        return new Matter(
                Tone.TROUBLE,
                text("attention.failed", TaskWords.title(task)),
                TaskWords.outcome(task),
                task.endedAt(),
                "tasks?show=failed",
                text("attention.tasks"));
    }

    private static void pools(HostStatus host, HostFacts facts, List<Matter> matters) {
        for (Pool pool : facts.pools()) {
            if (pool.active() && pool.used() != null && pool.total() != null) {
                double share = pool.used().shareOf(pool.total());
                if (share > Meter.FULL) {
                    matters.add(new Matter(
                            Tone.PAUSED,
                            text("attention.pool", cut(pool.name(), 60), host.name(), Units.percent(share)),
                            text("attention.pool.why", Units.bytes(pool.total())),
                            null,
                            "hosts#" + host.id(),
                            text("attention.host")));
                }
            }
        }
    }

    private static void acceleration(HostStatus host, HostFacts facts, List<Matter> matters) {
        if (Boolean.FALSE.equals(facts.hardwareAcceleration())) {
            matters.add(new Matter(
                    Tone.PAUSED,
                    text("attention.acceleration", host.name()),
                    text("attention.acceleration.why"),
                    null,
                    "hosts#" + host.id(),
                    text("attention.host")));
        }
    }
}
