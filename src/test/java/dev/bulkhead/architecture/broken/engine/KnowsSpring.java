package dev.bulkhead.architecture.broken.engine;

import org.springframework.core.Ordered;

class KnowsSpring {
    Ordered order;
}
