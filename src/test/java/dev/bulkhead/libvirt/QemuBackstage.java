package dev.bulkhead.libvirt;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LinuxGuest;
import dev.bulkhead.testing.TestEngines;
import java.net.URI;
import java.time.Duration;

/** Real, emulated machines of a private libvirtd. */
final class QemuBackstage extends DaemonBackstage<LibvirtDaemon> {

    private static final String WITHOUT_SYSTEM = """
            <domain type="qemu">
              <name>%s</name>
              <memory unit="MiB">32</memory>
              <vcpu>1</vcpu>
              <os><type arch="x86_64" machine="q35">hvm</type></os>
              <features><acpi/></features>
            </domain>
            """;

    private final boolean withSystem;

    /**
     * Makes one.
     *
     * @param withSystem whether guests run Linux, which takes 10 s to boot, so that they end when they are asked to; else they stop
     *     at their firmware, which is enough for everything else
     */
    QemuBackstage(boolean withSystem) {
        super(TestEngines.libvirt());
        this.withSystem = withSystem;
    }

    @Override
    public Engine open() {
        return engine(daemon.uri());
    }

    static Engine engine(String uri) {
        return new LibvirtFactory()
                .create(new EngineId("libvirt"), new EngineSettings(EngineKind.LIBVIRT, URI.create(uri)));
    }

    @Override
    public InstanceKind kind() {
        return InstanceKind.VIRTUAL_MACHINE;
    }

    @Override
    public String makeGuest(String name) {
        if (withSystem) {
            daemon.startGuest(name, LinuxGuest.NETWORK_CARD);
            await("the guest's lease")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> !daemon.virsh("domifaddr", "--domain", name).isBlank());
        } else {
            daemon.virshWith(WITHOUT_SYSTEM.formatted(escape(name)), "define");
            daemon.virsh("start", "--domain", name);
        }
        return daemon.virsh("domuuid", "--domain", name).strip();
    }

    @Override
    public void start(String localId) {
        daemon.virsh("start", "--domain", localId);
    }

    @Override
    public void stop(String localId) {
        daemon.virsh("destroy", "--domain", localId);
    }

    @Override
    public void remove(String localId) {
        if (!daemon.virsh("list", "--all", "--uuid").contains(localId)) {
            return;
        }
        if (daemon.virsh("list", "--uuid").contains(localId)) {
            stop(localId);
        }
        daemon.virsh("undefine", "--domain", localId, "--nvram", "--managed-save", "--snapshots-metadata");
    }

    @Override
    public void rename(String localId, String name) {
        daemon.virsh("domrename", "--domain", localId, "--new-name", name);
    }

    /** As text of a document. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
