package dev.bulkhead.architecture.broken.host;

import dev.bulkhead.architecture.broken.access.KnowsHost;

class KnowsAccess {
    KnowsHost downwards;
}
