package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.InstanceSizes;
import dev.bulkhead.access.quota.Quota.Excess;
import dev.bulkhead.common.InstanceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds what projects have against what they may have. */
@Component
class ProjectQuotas {

    private final AccessRegistry registry;
    private final ObjectProvider<InstanceSizes> sizes;

    /** @param sizes asked for late, since features know of rights and not the other way round */
    ProjectQuotas(AccessRegistry registry, ObjectProvider<InstanceSizes> sizes) {
        this.registry = registry;
        this.sizes = sizes;
    }

    /** What those take that were put into the project. */
    Amounts held(UUID project) {
        return total(registry.model().instancesIn(project));
    }

    /**
     * To be asked within the change that puts {@code in} into the project and takes {@code out} of it, so that of two who do so at a
     * time the second one finds what the first one left.
     *
     * @throws AccessRefusedException FULL when that is more than it may hold
     */
    void admit(UUID project, Collection<InstanceId> in, Collection<InstanceId> out) {
        Set<InstanceId> staying = new HashSet<>(registry.model().instancesIn(project));
        Set<InstanceId> coming = new HashSet<>(in);
        coming.removeAll(staying);
        staying.removeAll(out);
        List<Excess> excesses = check(project, total(staying), total(coming));
        if (!excesses.isEmpty()) {
            throw new AccessRefusedException(
                    Reason.FULL,
                    "That is more than the project may hold ("
                            + excesses.stream().map(Excess::words).collect(Collectors.joining("; "))
                            + "); make room in it, or have its quota raised");
        }
    }

    List<Excess> check(UUID project, Amounts held, Amounts added) {
        return registry.model()
                .project(project)
                .map(known -> known.quota().check(held, added))
                .orElse(List.of());
    }

    private Amounts total(Collection<InstanceId> instances) {
        InstanceSizes known = sizes.getIfAvailable();
        return known == null
                ? Amounts.NOTHING
                : instances.stream().flatMap(id -> known.of(id).stream()).reduce(Amounts.NOTHING, Amounts::plus);
    }
}
