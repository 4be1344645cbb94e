package dev.bulkhead.architecture.broken.host;

import dev.bulkhead.architecture.broken.lxd.WireType;

class UsesLxd {
    WireType answer;
}
