package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Instance;
import java.util.Arrays;
import java.util.List;

/** Every kind of console for every guest that runs. */
final class FakeConsoles implements Consoles {

    /** A guest of this name can do on the host what root can. */
    static final String PRIVILEGED = "privileged";

    private final FakeBackend backend;

    FakeConsoles(FakeBackend backend) {
        this.backend = backend;
    }

    @Override
    public List<ConsoleOffer> offers(String localId) {
        backend.answer();
        Instance guest = backend.existing(localId);
        String unavailable = guest.state().isActive() ? null : "The guest does not run";
        return Arrays.stream(ConsoleKind.values())
                .map(kind -> new ConsoleOffer(
                        kind,
                        kind == ConsoleKind.SERIAL ? "serial0" : "",
                        guest.name().equals(PRIVILEGED),
                        unavailable))
                .toList();
    }

    @Override
    public ConsoleConnection open(String localId, ConsoleRequest request) {
        backend.answer();
        backend.existing(localId);
        if (request.kind() == ConsoleKind.SCREEN && backend.screenPort() > 0) {
            return new SocketConsole(backend.screenPort());
        }
        FakeConsole console = new FakeConsole(request);
        backend.opened(console);
        return console;
    }
}
