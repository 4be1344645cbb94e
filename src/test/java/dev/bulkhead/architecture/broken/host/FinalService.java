package dev.bulkhead.architecture.broken.host;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;

abstract class FinalService {
    @Requires(Permission.HOST_VIEW)
    public final void notAdvised() {}
}
