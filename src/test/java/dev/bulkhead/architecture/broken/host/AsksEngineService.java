package dev.bulkhead.architecture.broken.host;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.engine.Engine;
import org.springframework.stereotype.Service;

@Service
abstract class AsksEngineService {
    private final Engine engine;

    AsksEngineService(Engine engine) {
        this.engine = engine;
    }

    @Requires(Permission.HOST_VIEW)
    public String product() {
        return engine.check().product();
    }
}
