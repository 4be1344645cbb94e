package dev.bulkhead.libvirt;

import com.sun.jna.ptr.LongByReference;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineInfo.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection: what does not change while it stands.
 *
 * @param accelerated whether guests run on the processor itself; null where the driver does not tell
 * @param cpuModel libvirt's name for the processor; "" when unknown
 */
record EngineIdentity(EngineInfo info, @Nullable Boolean accelerated, String cpuModel) {

    static EngineIdentity read(Connection connection, boolean local) {
        LongByReference libraryVersion = new LongByReference();
        connection.check(connection.library().virConnectGetLibVersion(connection.pointer(), libraryVersion));
        XmlNode capabilities = capabilities(connection);
        Boolean accelerated = connection.driver() == Driver.QEMU ? accelerated(capabilities, local) : null;
        List<Notice> notices = new ArrayList<>();
        if (accelerated != null && !accelerated) {
            notices.add(Notice.NO_HARDWARE_ACCELERATION);
        }
        if (!connection.hasDomainEvents()) {
            notices.add(Notice.NO_EVENTS);
        }
        String apiVersion = version(libraryVersion.getValue());
        EngineInfo info =
                new EngineInfo(connection.driver().product(), product(connection, apiVersion), apiVersion, notices);
        return new EngineIdentity(
                info,
                accelerated,
                capabilities.child("host").child("cpu").child("model").text());
    }

    /** The driver's own version; libvirt's where it has none, for example before QEMU's binary is installed. */
    private static String product(Connection connection, String otherwise) {
        LongByReference version = new LongByReference();
        boolean known = connection.library().virConnectGetVersion(connection.pointer(), version) == 0;
        return known && version.getValue() > 0 ? version(version.getValue()) : otherwise;
    }

    private static XmlNode capabilities(Connection connection) {
        return XmlNode.parse(connection.take(connection.library().virConnectGetCapabilities(connection.pointer())));
    }

    private static boolean accelerated(XmlNode capabilities, boolean local) {
        boolean offered = capabilities.children("guest").stream()
                .flatMap(guest -> guest.child("arch").children("domain").stream())
                .anyMatch(domain -> domain.attribute("type").equals("kvm"));
        return offered && (!local || LocalMachine.canAccelerate());
    }

    /** Libvirt writes 9.1.2 as 9001002. */
    private static String version(long number) {
        return number / 1_000_000 + "." + number / 1000 % 1000 + "." + number % 1000;
    }
}
