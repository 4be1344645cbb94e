package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Opens a running domain's serial line at libvirt's daemon of this machine. */
final class LineOpener {

    /** Libvirt's numbers of the calls. */
    static final int OPEN_CONSOLE = 201;

    private static final int CONNECT_OPEN = 1;
    private static final int LOOKUP_BY_UUID = 24;
    private static final int AUTHENTICATION_LIST = 66;
    private static final int AUTHENTICATE_BY_POLKIT = 70;

    private static final int BY_NOTHING = 0;
    private static final int BY_POLKIT = 2;

    /** Refuses rather than to share a line without a lock. */
    private static final int SAFE = 2;

    /** The daemon learns of the end of the one before us a little later than we do. */
    private static final int ATTEMPTS = 20;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final EngineId engine;
    private final Path socket;
    private final String uri;
    private final OpenConsoles open;

    /**
     * Opens nothing yet.
     *
     * @param uri as the daemon knows it
     */
    LineOpener(EngineId engine, Path socket, String uri, OpenConsoles open) {
        this.engine = engine;
        this.socket = socket;
        this.uri = uri;
        this.open = open;
    }

    /**
     * Opens one.
     *
     * @throws EngineException CONFLICT when somebody else has it
     */
    LineConnection open(String uuid, String line) {
        DaemonSocket daemon = DaemonSocket.open(engine, socket);
        boolean opened = false;
        try {
            authenticate(daemon);
            daemon.call(CONNECT_OPEN, new DaemonCall().optionalText(uri).number(0));
            openConsole(daemon, uuid, line);
            opened = true;
            return new LineConnection(daemon.channel(), daemon.serial(), line, open);
        } catch (DaemonSocket.RefusedException refused) {
            throw refused.toEngineException(engine);
        } catch (BufferUnderflowException tooShort) {
            throw new EngineException(ErrorKind.INTERNAL, engine, "libvirt's answer cannot be read", tooShort);
        } finally {
            if (!opened) {
                close(daemon);
            }
        }
    }

    private void authenticate(DaemonSocket daemon) {
        ByteBuffer ways = daemon.call(AUTHENTICATION_LIST, new DaemonCall());
        int count = ways.getInt();
        boolean free = count == 0;
        boolean polkit = false;
        for (int i = 0; i < count; i++) {
            int way = ways.getInt();
            free |= way == BY_NOTHING;
            polkit |= way == BY_POLKIT;
        }
        if (!free && !polkit) {
            throw new EngineException(
                    ErrorKind.UNSUPPORTED,
                    engine,
                    "libvirt asks for a name and a password at its own socket; lines cannot be shown so");
        }
        if (!free) {
            daemon.call(AUTHENTICATE_BY_POLKIT, new DaemonCall());
        }
    }

    private void openConsole(DaemonSocket daemon, String uuid, String line) {
        UUID id = UUID.fromString(uuid);
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        ByteBuffer domain = daemon.call(LOOKUP_BY_UUID, new DaemonCall().longs(high, low));
        String name = DaemonCall.text(domain);
        int start = domain.getInt(domain.position() + 2 * Long.BYTES);
        for (int attempt = 1; ; attempt++) {
            try {
                daemon.call(
                        OPEN_CONSOLE,
                        new DaemonCall()
                                .text(name)
                                .longs(high, low)
                                .number(start)
                                .optionalText(line)
                                .number(SAFE));
                return;
            } catch (DaemonSocket.RefusedException refused) {
                if (!refused.isOperationFailed()) {
                    throw refused;
                }
                if (attempt == ATTEMPTS) {
                    throw new EngineException(
                            ErrorKind.CONFLICT,
                            engine,
                            "Somebody else has this line open, perhaps with \"virsh console\"."
                                    + " It can be opened here once it is closed there",
                            refused);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static void close(DaemonSocket daemon) {
        try {
            daemon.close();
        } catch (IOException gone) {
            // It was to go.
        }
    }
}
