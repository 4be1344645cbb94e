package dev.bulkhead.capacity;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.capacity.Leftover.Kind;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.host.Asked;
import dev.bulkhead.host.EngineAnswers;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Storage that could be had back: of stopped instances that the caller sees, and what is left over on engines of hosts that the caller
 * sees. Answers from memory, and has engines asked meanwhile.
 */
@Service
public class LeftoverService {

    private static final Set<InstanceState> OFF = Set.of(InstanceState.STOPPED, InstanceState.CRASHED);

    private final InstanceService instances;
    private final HostService hosts;
    private final EngineAnswers<Reclaimable> answers;

    LeftoverService(InstanceService instances, HostService hosts, LeftoverReader reader) {
        this.instances = instances;
        this.hosts = hosts;
        this.answers = reader.answers();
    }

    @Requires(Permission.ENTER)
    public Leftovers list() {
        List<Leftover> found = new ArrayList<>();
        instances.list(InstanceQuery.ALL).stream()
                .filter(item -> OFF.contains(item.instance().state()))
                .map(LeftoverService::stopped)
                .forEach(found::add);
        List<Asked> asked = new ArrayList<>();
        for (EngineStatus engine : hosts.engines()) {
            answers.reading(engine.id())
                    .ifPresent(reading -> reading.found().forEach(one -> found.add(leftover(engine, one))));
            asked.add(answers.asked(engine));
        }
        found.sort(Comparator.comparing(Leftover::kind)
                .thenComparing(
                        Comparator.comparingDouble((Leftover one) -> one.known().orElse(-1))
                                .reversed())
                .thenComparing(Leftover::name));
        return new Leftovers(found, asked);
    }

    /** Calls {@code listener} after an engine answered; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return answers.onChange(listener);
    }

    private static Leftover stopped(InventoryItem item) {
        return new Leftover(
                Kind.STOPPED_INSTANCE,
                item.host(),
                item.id().engine(),
                item.instance().name(),
                "",
                taken(item.instance().disks()),
                item.id());
    }

    /** What its own disks take on the host; null where no engine tells of any. */
    static @Nullable Double taken(List<Disk> disks) {
        List<ByteSize> taken = disks.stream()
                .filter(disk -> !disk.readOnly())
                .map(Disk::allocated)
                .filter(Objects::nonNull)
                .toList();
        return taken.isEmpty()
                ? null
                : Double.valueOf(taken.stream().mapToDouble(ByteSize::bytes).sum());
    }

    private static Leftover leftover(EngineStatus engine, Reclaimable one) {
        Kind kind = switch (one.kind()) {
            case VOLUME -> Kind.VOLUME;
            case UNTAGGED_IMAGE -> Kind.UNTAGGED_IMAGE;
            case CACHED_IMAGE -> Kind.CACHED_IMAGE;
            case BUILD_CACHE -> Kind.BUILD_CACHE;
        };
        ByteSize size = one.size();
        return new Leftover(
                kind,
                engine.host(),
                engine.id(),
                one.name(),
                one.place(),
                size == null ? null : Double.valueOf(size.bytes()),
                null);
    }
}
