package dev.bulkhead.architecture.broken.host;

import org.libvirt.Connect;

class UsesLibvirt {
    Connect connection;
}
