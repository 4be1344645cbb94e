package dev.bulkhead.instance;

import dev.bulkhead.access.PlaceDirectory;
import dev.bulkhead.access.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names instances to those who give rights for them. */
@Component
class InventoryPlaces implements PlaceDirectory {

    private final InstanceService instances;

    InventoryPlaces(InstanceService instances) {
        this.instances = instances;
    }

    @Override
    public List<Place> visible() {
        return instances.list(InstanceQuery.ALL).stream()
                .map(item -> new Place(
                        new Scope.OnInstance(item.id()),
                        item.instance().name(),
                        item.id().engine().value()))
                .toList();
    }
}
