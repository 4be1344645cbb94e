package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Actor;
import dev.bulkhead.access.Confirmation;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Consoles for pages and the API: who may open which, who is there, who types. No method waits for an engine. */
@Service
public class ConsoleService {

    private final InstanceDirectory instances;
    private final Tickets tickets;
    private final ConsoleRooms rooms;
    private final ConsoleOffers offers;
    private final AccessService access;
    private final Confirmation confirmation;
    private final AuditTrail audit;
    private final Recorders recorders;

    ConsoleService(
            InstanceDirectory instances,
            Tickets tickets,
            ConsoleRooms rooms,
            ConsoleOffers offers,
            AccessService access,
            Confirmation confirmation,
            AuditTrail audit,
            Recorders recorders) {
        this.instances = instances;
        this.tickets = tickets;
        this.rooms = rooms;
        this.offers = offers;
        this.access = access;
        this.confirmation = confirmation;
        this.audit = audit;
        this.recorders = recorders;
    }

    /**
     * Gives the right to open a console once, within 30 seconds. The engine is asked when the ticket is used.
     *
     * @throws EngineException NOT_FOUND when there is no such instance, or no such console to return to; LIMIT when too many tickets
     *     wait
     * @throws dev.bulkhead.access.ConfirmationRequiredException for what reaches the host
     */
    @Requires(Permission.CONSOLE_VIEW)
    public ConsoleTicket open(InstanceId id, ConsoleOptions options) {
        Instance instance = instances
                .find(id)
                .orElseThrow(() -> new EngineException(ErrorKind.NOT_FOUND, id.engine(), "There is no such instance"));
        boolean control = options.mode() == ConsoleMode.CONTROL
                && options.request().kind().takesInput();
        // A process is begun even for one who would only watch it.
        boolean begins = options.request().kind() == ConsoleKind.EXEC && options.console() == null;
        if (control || begins) {
            access.require(Permission.CONSOLE_CONTROL, id);
        }
        if (options.console() != null && room(options.console()).isEmpty()) {
            throw new EngineException(ErrorKind.NOT_FOUND, id.engine(), "That console has ended; open a new one");
        }
        if (control || begins) {
            confirm(id, options);
        }
        Tickets.Grant grant =
                new Tickets.Grant(UUID.randomUUID(), access.credential(), id, instance.name(), options, control);
        audit("console.open", id, instance.name(), told(options));
        return tickets.issue(grant);
    }

    /** Asked here already, where a page can ask its reader; {@link ConsoleOpener} asks again what the engine says by then. */
    private void confirm(InstanceId id, ConsoleOptions options) {
        boolean reachesHost = options.console() == null
                && offers(id).stream()
                        .flatMap(offered -> offered.offers().stream())
                        .anyMatch(offer -> offer.hostLevel()
                                && offer.kind() == options.request().kind());
        if (reachesHost) {
            confirmation.require();
        }
    }

    private void audit(String verb, InstanceId id, String name, @Nullable String detail) {
        audit.record(AuditEntry.now(
                access.credential().origin(), verb, new AuditTarget(id.toString(), name), AuditOutcome.DONE, detail));
    }

    private static String told(ConsoleOptions options) {
        // The program alone: its arguments may be secrets.
        String program = options.request().exec().command().stream()
                .findFirst()
                .map(name -> ": " + name)
                .orElse("");
        return options.request().kind() + " " + options.mode() + program;
    }

    /**
     * What the instance has, as its engine last told; empty before it has answered.
     *
     * @see #watchOffers
     */
    @Requires(Permission.CONSOLE_VIEW)
    public Optional<OfferedConsoles> offers(InstanceId id) {
        return offers.latest(id);
    }

    /**
     * Asks the engine now and each time that the instance changes, and calls {@code listener} when it has answered; any thread, must
     * return at once.
     */
    @Requires(Permission.CONSOLE_VIEW)
    public Registration watchOffers(InstanceId id, Runnable listener) {
        return offers.watch(id, listener);
    }

    /** All consoles that the caller may join, the newest first. */
    @Requires(Permission.ENTER)
    public List<ConsoleSession> list() {
        return rooms.all().stream()
                .filter(room -> room.ended() == null && rooms.mayJoin(room, access.credential()))
                .map(Room::session)
                .sorted(Comparator.comparing(ConsoleSession::opened).reversed())
                .toList();
    }

    @Requires(Permission.ENTER)
    public Optional<ConsoleSession> find(UUID id) {
        return room(id).map(Room::session);
    }

    /** The room that a viewer is in; empty until its ticket was used, and after it left. */
    @Requires(Permission.ENTER)
    public Optional<ConsoleSession> ofViewer(UUID viewer) {
        return rooms.ofViewer(viewer)
                .filter(room -> rooms.mayJoin(room, access.credential()))
                .map(Room::session);
    }

    /** Ends a console for all who are there. @return false when there is none such, or it is somebody else's */
    @Requires(Permission.ENTER)
    public boolean close(UUID id) {
        Optional<Room> room = manageable(id);
        room.ifPresent(found -> {
            audit("console.close", found.instance, found.instanceName, null);
            found.end(CloseReason.closedBy(access.current().name()));
        });
        return room.isPresent();
    }

    /** Whether consoles are recorded, and who decides. */
    @Requires(Permission.ENTER)
    public RecordingPolicy recordingPolicy() {
        return recorders.policy();
    }

    /**
     * Begins or ends the recording of a console that the caller is in or may join; all who are there see that. Only where policy leaves
     * it to people, and not for logs.
     *
     * @throws EngineException INTERNAL when there is no place for it
     */
    @Requires(Permission.CONSOLE_CONTROL)
    public void record(UUID id, boolean wanted) {
        room(id).filter(room -> recorders.policy() == RecordingPolicy.ON_DEMAND).ifPresent(room -> {
            access.require(Permission.CONSOLE_CONTROL, room.instance);
            Actor caller = access.current();
            String verb = wanted ? "console.record" : "console.record-end";
            audit(verb, room.instance, room.instanceName, null);
            Recorder recorder = room.recorder();
            if (wanted) {
                begin(room, caller);
            } else if (recorder != null) {
                recorder.stop();
            }
        });
    }

    private void begin(Room room, Actor caller) {
        try {
            recorders.begin(room, caller);
        } catch (UncheckedIOException trouble) {
            throw new EngineException(
                    ErrorKind.INTERNAL, room.instance.engine(), String.valueOf(trouble.getMessage()), trouble);
        }
    }

    /** Asks for control on behalf of a viewer of the caller's. */
    @Requires(Permission.CONSOLE_CONTROL)
    public void askForControl(UUID viewer) {
        rooms.ofViewer(viewer).filter(room -> isOwn(room, viewer)).ifPresent(room -> room.ask(viewer));
    }

    /**
     * Hands control to a viewer; the holder may, and who manages consoles.
     *
     * @return false when that viewer has left or may only watch
     */
    @Requires(Permission.CONSOLE_CONTROL)
    public boolean giveControl(UUID to) {
        Optional<Room> room = rooms.ofViewer(to).filter(found -> rooms.mayJoin(found, access.credential()));
        room.ifPresent(found -> {
            Viewer holder = found.holder();
            access.require(Permission.CONSOLE_CONTROL, found.instance);
            if (holder != null && !holder.credential.actor().equals(access.current())) {
                access.require(Permission.CONSOLE_MANAGE, found.instance);
            }
        });
        return room.map(found -> found.give(to)).orElse(false);
    }

    /** Calls {@code listener} after anybody came, left, asked or was given control; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return rooms.changes().onAppend(listener);
    }

    /** Rooms that changed since that position. */
    @Requires(Permission.ENTER)
    public ChangeLog.Delta<UUID> changes(long since) {
        return rooms.changes().since(since);
    }

    private boolean isOwn(Room room, UUID viewer) {
        return room.viewers().stream()
                .anyMatch(each ->
                        each.id.equals(viewer) && each.credential.actor().equals(access.current()));
    }

    private Optional<Room> room(UUID id) {
        return rooms.find(id).filter(room -> rooms.mayJoin(room, access.credential()));
    }

    private Optional<Room> manageable(UUID id) {
        return room(id).filter(room ->
                room.owner.actor().equals(access.current()) || access.allows(Permission.CONSOLE_MANAGE, room.instance));
    }
}
