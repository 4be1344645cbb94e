package dev.bulkhead.engine;

import java.util.List;

/**
 * Who an engine says it is.
 *
 * @param product {@code QEMU}, {@code libvirt test driver}, {@code Docker Engine}, {@code Podman}, {@code LXD}, {@code Incus}
 * @param version the product's
 * @param apiVersion what we speak with it: libvirt's version, Docker's negotiated API version, LXD's API version
 * @param notices what its user should know, most important first, in words of {@link Notice}
 */
public record EngineInfo(String product, String version, String apiVersion, List<Notice> notices) {
    public EngineInfo {
        notices = List.copyOf(notices);
    }

    /** A fact about an engine that explains what its user will see. */
    public enum Notice {
        /** Virtual machines run on an emulated CPU, many times slower, since the host offers no hardware acceleration. */
        NO_HARDWARE_ACCELERATION,
        /** The engine sends no events: changes made elsewhere show with the next list. */
        NO_EVENTS,
        /** LXD: we are not trusted, so only public facts are seen. */
        NOT_TRUSTED
    }
}
