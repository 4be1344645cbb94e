package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.access.quota.Quota.Excess;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How much projects may hold and for how long, for pages, the API, and whatever makes instances. Reading answers from memory. */
@Service
public class QuotaService {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final AccessChecks checks;
    private final AccessService access;
    private final ProjectQuotas quotas;

    QuotaService(
            AccessRegistry registry,
            AccessStore store,
            AccessChecks checks,
            AccessService access,
            ProjectQuotas quotas) {
        this.registry = registry;
        this.store = store;
        this.checks = checks;
        this.access = access;
        this.quotas = quotas;
    }

    /** What is in a project takes so much; empty for a project whose instances the caller may not see. */
    @Requires(Permission.ENTER)
    public Optional<Amounts> held(UUID project) {
        return isVisible(project) ? Optional.of(quotas.held(project)) : Optional.empty();
    }

    /**
     * Whether there is room for something, to be asked on the resolved specification before it is made, changed or taken in.
     *
     * @param added what would come to the project: the whole of something new, the difference of something changed
     * @return what it would be too much of; empty when it fits
     * @throws AccessRefusedException NOT_FOUND for a project that the caller does not know
     */
    @Requires(Permission.ENTER)
    public List<Excess> check(UUID project, Amounts added) {
        if (!isVisible(project)) {
            throw AccessChecks.unknown("project");
        }
        return quotas.check(project, quotas.held(project), added);
    }

    /**
     * Sets a project's limits. Nothing that is in it is stopped or put out by that.
     *
     * @param lease null for none
     * @throws AccessRefusedException NOT_FOUND; CONFLICT for the default project, which takes in whatever is found; DENIED for those
     *     who do not administer the installation
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void set(UUID project, Quota quota, @Nullable LeaseTerms lease) {
        AccessModel model = registry.model();
        AccessChange told = AccessChange.of(
                "project.limits",
                project,
                model.project(project).map(Project::name).orElse(""),
                words(quota, lease));
        registry.change(told, () -> {
            checks.mayManage(Scope.INSTALLATION);
            if (project.equals(Project.DEFAULT)) {
                throw new AccessRefusedException(
                        Reason.CONFLICT, "The default project takes in whatever is found, so it has no limits");
            }
            if (registry.model().project(project).isEmpty()) {
                throw AccessChecks.unknown("project");
            }
            store.terms().set(project, quota, lease);
        });
    }

    private boolean isVisible(UUID project) {
        Scope scope = new Scope.InProject(project);
        Rights rights = access.rights();
        return registry.model().project(project).isPresent()
                && (rights.at(Permission.INSTANCE_VIEW, scope) || rights.at(Permission.ACCESS_MANAGE, scope));
    }

    private static String words(Quota quota, @Nullable LeaseTerms lease) {
        String limits = quota.limits().entrySet().stream()
                .map(limit -> limit.getKey().words() + " " + limit.getKey().words(limit.getValue()))
                .collect(Collectors.joining(", "));
        String end = lease == null
                ? "no lease"
                : "lease " + lease.time().toHours() + " h, then "
                        + (lease.end() == LeaseTerms.End.STOP
                                ? "stop"
                                : "stop, and delete after " + lease.grace().toHours() + " h");
        return (limits.isEmpty() ? "no quota" : "quota " + limits) + "; " + end;
    }
}
