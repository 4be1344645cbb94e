package dev.bulkhead.api;

import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.instance.lease.LeaseService;
import org.springframework.stereotype.Component;

/** Tells of an instance all that Bulkhead knows: what its engine reported, where it was put, and until when. */
@Component
class InstanceBodies {

    private final ProjectDirectory projects;
    private final LeaseService leases;

    InstanceBodies(ProjectDirectory projects, LeaseService leases) {
        this.projects = projects;
        this.leases = leases;
    }

    /** @param item that the caller may see */
    InstanceBody of(InventoryItem item) {
        return InstanceBody.of(
                item,
                projects.projects().name(item.id()),
                leases.find(item.id()).map(LeaseService.Told::endsAt).orElse(null));
    }
}
