package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Libvirt's test hypervisor behind a private libvirtd. All connections to it share its domains, which are gone with the last one or
 * with the daemon: so one is held open here, and what was made is made again after a death.
 */
final class TestDriverBackstage extends DaemonBackstage<LibvirtDaemon> {

    private static final String DOMAIN = """
            <domain type="test">
              <name>%s</name>
              <uuid>%s</uuid>
              <memory unit="MiB">64</memory>
              <vcpu>2</vcpu>
              <os><type>hvm</type></os>
            </domain>
            """;

    private static @Nullable TestDriverBackstage shared;

    private final Engine keeper = open();
    private final Map<String, String> made = new LinkedHashMap<>();

    private TestDriverBackstage() {
        super(TestEngines.libvirt());
        keeper.check();
    }

    /** One for all tests of this JVM, as is the state of the hypervisor. */
    static synchronized TestDriverBackstage shared() {
        if (shared == null) {
            shared = new TestDriverBackstage();
        }
        return shared;
    }

    @Override
    public Engine open() {
        return QemuBackstage.engine(daemon.testUri());
    }

    @Override
    public InstanceKind kind() {
        return InstanceKind.VIRTUAL_MACHINE;
    }

    @Override
    public String makeGuest(String name) {
        String id = UUID.randomUUID().toString();
        make(id, name);
        made.put(id, name);
        return id;
    }

    @Override
    public void start(String localId) {
        daemon.testVirsh("start", "--domain", localId);
    }

    @Override
    public void stop(String localId) {
        daemon.testVirsh("destroy", "--domain", localId);
    }

    @Override
    public void remove(String localId) {
        made.remove(localId);
        if (!daemon.testVirsh("list", "--all", "--uuid").contains(localId)) {
            return;
        }
        if (daemon.testVirsh("list", "--uuid").contains(localId)) {
            stop(localId);
        }
        daemon.testVirsh("undefine", "--domain", localId, "--managed-save", "--snapshots-metadata");
    }

    @Override
    public void rename(String localId, String name) {
        daemon.testVirsh("domrename", "--domain", localId, "--new-name", name);
    }

    @Override
    public void revive() {
        super.revive();
        keeper.check();
        made.forEach(this::make);
    }

    private void make(String id, String name) {
        String escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        daemon.testVirshWith(DOMAIN.formatted(escaped, id), "define");
        start(id);
    }
}
