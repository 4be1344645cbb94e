package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Actor;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * All consoles that are open. Seats are for the gateway, which has taken a ticket; what people ask goes through
 * {@link ConsoleService}.
 */
@Component
@EnableConfigurationProperties(ConsoleSettings.class)
public class ConsoleRooms {

    private final ConsoleOpener opener;
    private final ConsoleSettings settings;
    private final AccessService access;
    private final Recorders recorders;
    private final SeatQuota quota;
    private final Map<UUID, Room> rooms = new ConcurrentHashMap<>();
    /** Held while one opens what others may want to share. */
    private final Map<Line, ReentrantLock> opening = new ConcurrentHashMap<>();

    private final ChangeLog<UUID> changes = new ChangeLog<>(1_000);

    ConsoleRooms(ConsoleOpener opener, ConsoleSettings settings, AccessService access, Recorders recorders) {
        this.opener = opener;
        this.settings = settings;
        this.access = access;
        this.recorders = recorders;
        this.quota = new SeatQuota(settings.perUser(), settings.total());
    }

    private record Line(InstanceId instance, ConsoleKind kind, String port) {
        static Line of(Room room) {
            return new Line(room.instance, room.request.kind(), room.request.port());
        }
    }

    /**
     * Takes a seat at a terminal, opening it if need be. Blocks for the engine; for a virtual thread.
     *
     * @throws EngineException with a message for people; LIMIT when too many consoles are open, NOT_FOUND when the one to return to
     *     has ended
     */
    public TerminalSeat sitAtTerminal(Tickets.Grant grant, Outlet outlet) {
        String user = grant.credential().actor().name();
        quota.take(user, grant.instance().engine());
        try {
            TerminalRoom room = terminal(grant);
            Viewer viewer = new Viewer(grant.viewer(), grant.credential(), grant.mayControl(), outlet);
            TerminalSeat seat = new TerminalSeat(room, viewer, grant.options().from(), () -> quota.giveBack(user));
            room.add(seat);
            // A process that ended at once has a last word to show.
            room.enter(viewer);
            return seat;
        } catch (RuntimeException failure) {
            quota.giveBack(user);
            throw failure;
        }
    }

    /** As {@link #sitAtTerminal}, at a screen, with a connection of the viewer's own. */
    public ScreenSeat sitAtScreen(Tickets.Grant grant, Outlet outlet) {
        Actor actor = grant.credential().actor();
        quota.take(actor.name(), grant.instance().engine());
        try {
            ConsoleRequest request =
                    opener.check(grant.instance(), grant.options().request(), grant.credential());
            ConsoleConnection connection = opener.open(grant.instance(), request);
            Viewer viewer = new Viewer(grant.viewer(), grant.credential(), grant.mayControl(), outlet);
            ScreenRoom room = enterScreen(grant, request, viewer);
            return new ScreenSeat(room, viewer, connection, () -> quota.giveBack(actor.name()));
        } catch (RuntimeException failure) {
            quota.giveBack(actor.name());
            throw failure;
        }
    }

    private ScreenRoom enterScreen(Tickets.Grant grant, ConsoleRequest request, Viewer viewer) {
        return exclusively(new Line(grant.instance(), request.kind(), request.port()), line -> {
            ScreenRoom room = (ScreenRoom) existing(line);
            if (room == null || !room.enter(viewer)) {
                room = new ScreenRoom(grant, request, this::changed);
                rooms.put(room.id, room);
                room.enter(viewer);
                recorders.opened(room);
            }
            return room;
        });
    }

    private TerminalRoom terminal(Tickets.Grant grant) {
        UUID wanted = grant.options().console();
        if (wanted != null) {
            return returning(grant, wanted);
        }
        ConsoleRequest request = opener.check(grant.instance(), grant.options().request(), grant.credential());
        if (!request.kind().isShared()) {
            return begin(grant, request);
        }
        return exclusively(new Line(grant.instance(), request.kind(), request.port()), line -> {
            Room room = existing(line);
            return room == null ? begin(grant, request) : (TerminalRoom) room;
        });
    }

    private TerminalRoom returning(Tickets.Grant grant, UUID wanted) {
        Room room = rooms.get(wanted);
        if (room instanceof TerminalRoom terminal
                && room.instance.equals(grant.instance())
                && room.ended() == null
                && mayJoin(room, grant.credential())) {
            return terminal;
        }
        throw new EngineException(
                ErrorKind.NOT_FOUND, grant.instance().engine(), "That console has ended; open a new one");
    }

    /** A process of somebody's own is for others only when they manage consoles. */
    boolean mayJoin(Room room, Credential credential) {
        Rights rights = access.rights(credential);
        boolean meant = room.isShared()
                || room.owner.actor().equals(credential.actor())
                || rights.at(Permission.CONSOLE_MANAGE, room.instance);
        return meant && rights.at(Permission.CONSOLE_VIEW, room.instance);
    }

    private TerminalRoom begin(Tickets.Grant grant, ConsoleRequest request) {
        ConsoleConnection connection = opener.open(grant.instance(), request);
        TerminalRoom room = new TerminalRoom(
                grant, request, connection, (int) settings.scrollback().toBytes(), this::changed);
        rooms.put(room.id, room);
        // Before its first byte.
        recorders.opened(room);
        room.start();
        return room;
    }

    private @Nullable Room existing(Line line) {
        return rooms.values().stream()
                .filter(room -> room.ended() == null && Line.of(room).equals(line))
                .findFirst()
                .orElse(null);
    }

    private <T> T exclusively(Line line, java.util.function.Function<Line, T> work) {
        ReentrantLock lock = opening.computeIfAbsent(line, key -> new ReentrantLock());
        lock.lock();
        try {
            return work.apply(line);
        } finally {
            if (!lock.hasQueuedThreads()) {
                opening.remove(line, lock);
            }
            lock.unlock();
        }
    }

    Optional<Room> find(UUID id) {
        return Optional.ofNullable(rooms.get(id)).filter(room -> room.ended() == null);
    }

    Optional<Room> ofViewer(UUID viewer) {
        return rooms.values().stream()
                .filter(room -> room.viewers().stream().anyMatch(each -> each.id.equals(viewer)))
                .findFirst();
    }

    Collection<Room> all() {
        return List.copyOf(rooms.values());
    }

    ChangeLog<UUID> changes() {
        return changes;
    }

    private void changed(Room room) {
        if (room.ended() != null) {
            rooms.remove(room.id);
        }
        changes.append(List.of(room.id));
    }
}
