package dev.bulkhead.architecture.broken.access;

import dev.bulkhead.architecture.broken.host.KnowsVaadin;

public class KnowsHost {
    KnowsVaadin upwards;
}
