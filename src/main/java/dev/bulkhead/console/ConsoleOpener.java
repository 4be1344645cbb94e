package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Screens.Screenshot;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks engines for consoles. Every method blocks, no longer than its deadline, and is for threads of our own. */
@Component
class ConsoleOpener {

    private static final Duration OPENING = Duration.ofSeconds(20);
    private static final Duration LOOKING = Duration.ofSeconds(5);

    private final EngineRegistry engines;
    private final AccessService access;

    ConsoleOpener(EngineRegistry engines, AccessService access) {
        this.engines = engines;
        this.access = access;
    }

    List<ConsoleOffer> offers(InstanceId id) {
        return handle(id.engine())
                .read(
                        LOOKING,
                        engine -> engine.consoles()
                                .map(consoles -> consoles.offers(id.local()))
                                .orElse(List.of()));
    }

    /**
     * Finds what is meant, if it can be opened now and whoever asks may what it leads to.
     *
     * @return the request with the port by its own name
     * @throws EngineException with a message for people
     */
    ConsoleRequest check(InstanceId id, ConsoleRequest request, Credential credential) {
        ConsoleOffer offer = offered(offers(id), request, id.engine());
        if (offer.unavailable() != null) {
            throw new EngineException(ErrorKind.CONFLICT, id.engine(), offer.unavailable());
        }
        boolean reachesHost = offer.hostLevel() && request.kind().takesInput();
        Scope host = new Scope.OnHost(handle(id.engine()).host());
        if (reachesHost && !access.rights(credential).at(Permission.HOST_LEVEL, host)) {
            throw new EngineException(
                    ErrorKind.DENIED,
                    id.engine(),
                    "Whoever types there can do what root on the host can, and you have no right to that");
        }
        if (reachesHost && !credential.isConfirmed()) {
            throw new EngineException(
                    ErrorKind.DENIED,
                    id.engine(),
                    "Whoever types there can do what root on the host can: confirm that it is you, and open it again");
        }
        return request.at(offer.port());
    }

    /** @throws EngineException with a message for people */
    ConsoleConnection open(InstanceId id, ConsoleRequest request) {
        return handle(id.engine()).open(OPENING, engine -> consoles(engine).open(id.local(), request));
    }

    Optional<Screenshot> screenshot(InstanceId id) {
        return handle(id.engine())
                .read(LOOKING, engine -> engine.screens().flatMap(screens -> screens.screenshot(id.local())));
    }

    private static Consoles consoles(Engine engine) {
        return engine.consoles()
                .orElseThrow(() ->
                        new EngineException(ErrorKind.UNSUPPORTED, engine.id(), "This engine has no consoles for us"));
    }

    private static ConsoleOffer offered(List<ConsoleOffer> offers, ConsoleRequest request, EngineId engine) {
        return offers.stream()
                .filter(offer -> offer.kind() == request.kind())
                .filter(offer -> request.port().isEmpty() || offer.port().equals(request.port()))
                .findFirst()
                .orElseThrow(() -> new EngineException(ErrorKind.UNSUPPORTED, engine, absent(request)));
    }

    private static String absent(ConsoleRequest request) {
        String what = request.kind() == ConsoleKind.LOGS
                ? "log that can be read"
                : request.kind().name().toLowerCase(java.util.Locale.ROOT);
        return "The instance has no " + what + (request.port().isEmpty() ? "" : " named " + request.port());
    }

    private EngineHandle handle(EngineId id) {
        return engines.engine(id)
                .orElseThrow(() -> new EngineException(ErrorKind.NOT_FOUND, id, "There is no such engine"));
    }
}
