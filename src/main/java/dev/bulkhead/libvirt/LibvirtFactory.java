package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes engines from libvirt URIs. */
@Component
public final class LibvirtFactory implements EngineFactory {

    private static final URI SYSTEM = URI.create("qemu:///system");

    @Override
    public EngineKind kind() {
        return EngineKind.LIBVIRT;
    }

    @Override
    public List<EngineSettings> discover() {
        return LibvirtUri.SYSTEM_SOCKETS.stream().map(Path::of).anyMatch(Files::exists)
                ? List.of(new EngineSettings(EngineKind.LIBVIRT, SYSTEM))
                : List.of();
    }

    @Override
    public Engine create(EngineId id, EngineSettings settings) {
        LibvirtUri uri = LibvirtUri.of(settings.uri());
        return new LibvirtEngine(
                new Connections(id, uri, EventLoop::library, true),
                new Figures(new Connections(id, uri, EventLoop::library, false)));
    }
}
