package dev.bulkhead.architecture.broken.host.ui;

import dev.bulkhead.engine.Instances;

class HoldsPort {
    Instances instances;
}
