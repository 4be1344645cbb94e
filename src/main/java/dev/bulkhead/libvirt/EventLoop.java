package dev.bulkhead.libvirt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Libvirt's event loop: one for the process, and registered before the first connection is opened, as libvirt demands. It carries
 * keepalives and events of all connections, so nothing that it calls may block.
 */
final class EventLoop {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

    /** Held here, since native code cannot hold it. */
    private static final NativeLibvirt.ErrorSink SILENCE = (userData, error) -> {};

    private EventLoop() {}

    /** The library with its loop running. */
    static NativeLibvirt library() {
        return Holder.LIBRARY;
    }

    private static NativeLibvirt start() {
        NativeLibvirt library = NativeLibvirt.load();
        library.virSetErrorFunc(null, SILENCE);
        if (library.virEventRegisterDefaultImpl() < 0) {
            throw new IllegalStateException("libvirt's event loop: " + library.virGetLastErrorMessage());
        }
        Thread.ofPlatform().daemon().name("libvirt-event-loop").start(() -> run(library));
        return library;
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void run(NativeLibvirt library) {
        while (true) {
            try {
                if (library.virEventRunDefaultImpl() < 0) {
                    LOG.warn("libvirt's event loop: {}", library.virGetLastErrorMessage());
                    // A loop that fails at once must not take a core.
                    Thread.sleep(100);
                }
            } catch (InterruptedException nobodyInterruptsUs) {
                LOG.debug("libvirt's event loop was interrupted and goes on");
            }
        }
    }

    private static final class Holder {
        static final NativeLibvirt LIBRARY = start();
    }
}
