package dev.bulkhead.engine;

import java.net.URI;

/**
 * How one engine is reached.
 *
 * @param kind its family
 * @param uri libvirt: any libvirt URI; Docker: {@code unix:///path}; LXD and Incus: {@code unix:///path} or {@code https://host:port}
 */
public record EngineSettings(EngineKind kind, URI uri) {}
