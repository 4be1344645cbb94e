package dev.bulkhead.engine;

/** What an instance is, whichever engine runs it. */
public enum InstanceKind {
    VIRTUAL_MACHINE,
    SYSTEM_CONTAINER,
    APPLICATION_CONTAINER
}
