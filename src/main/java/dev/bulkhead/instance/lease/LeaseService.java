package dev.bulkhead.instance.lease;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Until when instances may stay, for pages and the API. Reading answers from memory. */
@Service
public class LeaseService {

    private final LeaseBook book;
    private final LeasedInstances instances;
    private final ProjectDirectory projects;
    private final AuditTrail audit;
    private final AccessService access;

    LeaseService(
            LeaseBook book,
            LeasedInstances instances,
            ProjectDirectory projects,
            AuditTrail audit,
            AccessService access) {
        this.book = book;
        this.instances = instances;
        this.projects = projects;
        this.audit = audit;
        this.access = access;
    }

    /**
     * A lease and what its end means.
     *
     * @param endsAt when it is over
     * @param stage how near that is
     * @param terms of the project that the instance is in
     */
    public record Told(InstanceId instance, Instant endsAt, Stage stage, LeaseTerms terms) {}

    /** Empty for what may stay as long as it likes. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Told> find(InstanceId instance) {
        return told(instance);
    }

    /** Those of the instances that the caller sees which are over or end within a day, the next first. */
    @Requires(Permission.ENTER)
    public List<Told> ending() {
        Rights rights = access.rights();
        return book.all().stream()
                .filter(lease -> lease.stage(Instant.now()) != Stage.FAR)
                .map(Lease::instance)
                .filter(instance -> rights.at(Permission.INSTANCE_VIEW, instance))
                .filter(instance -> instances.find(instance).isPresent())
                .flatMap(instance -> told(instance).stream())
                .sorted(Comparator.comparing(Told::endsAt))
                .toList();
    }

    /**
     * Begins the lease anew: it ends as late as if the instance had come into its project now.
     *
     * @return empty when there is none to renew
     * @throws org.springframework.dao.DataAccessException when that cannot be put on record; then nothing is changed
     */
    @Requires(Permission.INSTANCE_RENEW)
    public Optional<Told> renew(InstanceId instance) {
        Optional<Told> before = told(instance);
        before.ifPresent(told -> renew(instance, told.terms()));
        return before.flatMap(renewed -> told(instance));
    }

    private void renew(InstanceId instance, LeaseTerms terms) {
        Instant endsAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(terms.time());
        Origin origin = Origin.current();
        AuditTarget target = new AuditTarget(
                instance.toString(),
                instances.find(instance).map(Instance::name).orElse(""));
        audit.record(AuditEntry.now(origin, "lease.renew", target, AuditOutcome.INTENT, "until " + endsAt));
        try {
            book.put(Lease.of(instance, projects.projects().of(instance).id(), endsAt));
        } catch (RuntimeException unwritten) {
            audit.tell(AuditEntry.now(origin, "lease.renew", target, AuditOutcome.FAILED, "It could not be written"));
            throw unwritten;
        }
        audit.tell(AuditEntry.now(origin, "lease.renew", target, AuditOutcome.DONE, "until " + endsAt));
    }

    /** Calls {@code listener} when an end has moved or has come nearer; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return book.onChange(listener);
    }

    private Optional<Told> told(InstanceId instance) {
        Project project = projects.projects().of(instance);
        LeaseTerms terms = project.lease();
        return terms == null
                ? Optional.empty()
                : book.find(instance)
                        .filter(lease -> lease.project().equals(project.id()))
                        .map(lease -> new Told(instance, lease.endsAt(), lease.stage(Instant.now()), terms));
    }
}
