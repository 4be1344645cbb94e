package dev.bulkhead.host;

import dev.bulkhead.access.PlaceDirectory;
import dev.bulkhead.access.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names hosts to those who give rights for them. */
@Component
class HostPlaces implements PlaceDirectory {

    private final HostService hosts;

    HostPlaces(HostService hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Place> visible() {
        return hosts.hosts().stream()
                .map(host -> new Place(new Scope.OnHost(host.id()), host.name(), ""))
                .toList();
    }
}
