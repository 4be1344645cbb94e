package dev.bulkhead.instance;

import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.common.Registration;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

/** Makes an instance's move to another project a change like any other, for the pages and streams that follow the inventory. */
@Component
class ProjectFeed {

    private final InstanceInventory inventory;
    private final ProjectDirectory projects;
    private final Registration registration;
    private Projects told;

    ProjectFeed(InstanceInventory inventory, ProjectDirectory projects) {
        this.inventory = inventory;
        this.projects = projects;
        this.told = projects.projects();
        this.registration = projects.onChange(this::follow);
    }

    private synchronized void follow() {
        Projects now = projects.projects();
        inventory
                .changes()
                .append(now.changedSince(told).stream()
                        .filter(instance -> inventory.find(instance).isPresent())
                        .toList());
        told = now;
    }

    @PreDestroy
    void end() {
        registration.close();
    }
}
