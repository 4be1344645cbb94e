package dev.bulkhead.instance.lease;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.alert.AlertedLeases;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets alerts know when a lease ends. */
@Component
class LeaseAlerts implements AlertedLeases {

    private final LeaseBook book;
    private final ProjectDirectory projects;

    LeaseAlerts(LeaseBook book, ProjectDirectory projects) {
        this.book = book;
        this.projects = projects;
    }

    @Override
    public Optional<Instant> endOf(InstanceId instance) {
        Project project = projects.projects().of(instance);
        return project.lease() == null
                ? Optional.empty()
                : book.find(instance)
                        .filter(lease -> lease.project().equals(project.id()))
                        .map(Lease::endsAt);
    }
}
