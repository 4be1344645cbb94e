package dev.bulkhead.host;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What configuration says of hosts, unread: {@link HostCatalog} makes sense of it, so that each fault names its key.
 *
 * @param hosts adds hosts to the discovered one; an entry with its id ({@code local}) replaces it
 * @param discoverLocal whether engines at their usual sockets on this machine are taken without being named
 */
@ConfigurationProperties("bulkhead")
record HostSettings(
        @DefaultValue List<Host> hosts,
        @DefaultValue("true") boolean discoverLocal) {

    /** @param inside the id of the host on which this one is a guest; null for a machine of its own */
    record Host(
            @Nullable String id,
            @Nullable String name,
            @Nullable String inside,
            @DefaultValue List<EngineEntry> engines) {}

    record EngineEntry(@Nullable String kind, @Nullable String uri) {}
}
