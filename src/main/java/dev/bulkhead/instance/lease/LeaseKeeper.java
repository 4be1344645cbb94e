package dev.bulkhead.instance.lease;

import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.instance.lease.LeaseStep.Due;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at all leases now and then, and when something was put into a project: gives one to what has come into a project with a lease,
 * takes it from what has left, counts for how long an end was announced, and has ended what is due. Whatever is not done at one look,
 * as an engine is away or the database full, is done at a later one.
 */
@Component
class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);

    /** While Bulkhead stands still nobody is told anything: of the time between two looks no more than this counts. */
    private static final Duration MOST_BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final LeasedInstances instances;
    private final ProjectDirectory projects;
    private final LeaseBook book;
    private final LeaseEnding ending;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Registration registration;
    private long looked;
    private Map<InstanceId, Stage> near = Map.of();
    private boolean failing;

    @Autowired
    LeaseKeeper(LeasedInstances instances, ProjectDirectory projects, LeaseBook book, LeaseEnding ending) {
        this(instances, projects, book, ending, InstantSource.system(), System::nanoTime);
    }

    LeaseKeeper(
            LeasedInstances instances,
            ProjectDirectory projects,
            LeaseBook book,
            LeaseEnding ending,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.instances = instances;
        this.projects = projects;
        this.book = book;
        this.ending = ending;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong();
        this.registration =
                projects.onChange(() -> Thread.ofVirtual().name("leases").start(this::look));
    }

    @PreDestroy
    void end() {
        registration.close();
    }

    @Scheduled(fixedDelay = 15_000)
    synchronized void look() {
        long nanos = nanoTime.getAsLong();
        Duration passed = Duration.ofNanos(nanos - looked).truncatedTo(ChronoUnit.SECONDS);
        looked += passed.toNanos();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            look(now, passed.compareTo(MOST_BETWEEN_LOOKS) < 0 ? passed : MOST_BETWEEN_LOOKS);
            failing = false;
        } catch (DataAccessException unwritable) {
            if (!failing) {
                LOG.error("Leases cannot be written; nothing is ended until they can", unwritable);
            }
            failing = true;
        }
        tellWhatCameNearer(now);
    }

    private void tellWhatCameNearer(Instant now) {
        Map<InstanceId, Stage> nearNow = new HashMap<>();
        for (Lease lease : book.all()) {
            if (lease.stage(now) != Stage.FAR) {
                nearNow.put(lease.instance(), lease.stage(now));
            }
        }
        if (!nearNow.equals(near)) {
            near = nearNow;
            book.tellTime();
        }
    }

    private void look(Instant now, Duration passed) {
        Projects placed = projects.projects();
        for (Instance instance : instances.all()) {
            Project project = placed.of(instance.id());
            LeaseTerms terms = project.lease();
            if (terms == null) {
                book.remove(instance.id());
            } else {
                follow(instance, project, terms, now, passed);
            }
        }
        book.all().stream()
                .filter(lease -> lease.endsAt().plus(FORGOTTEN_AFTER).isBefore(now))
                .map(Lease::instance)
                .filter(gone -> instances.find(gone).isEmpty())
                .forEach(book::remove);
    }

    private void follow(Instance instance, Project project, LeaseTerms terms, Instant now, Duration passed) {
        InstanceId id = instance.id();
        Optional<Lease> known = book.find(id).filter(lease -> lease.project().equals(project.id()));
        if (known.isEmpty()) {
            book.put(Lease.of(id, project.id(), now.plus(terms.time())));
            return;
        }
        LeaseStep step = LeaseStep.of(known.get(), terms, instance.state(), now, passed);
        if (!book.replace(known.get(), step.lease())) {
            return;
        }
        if (step.due() == Due.NOTHING) {
            ending.forget(id);
        } else {
            ending.end(instance, step.due());
        }
    }
}
