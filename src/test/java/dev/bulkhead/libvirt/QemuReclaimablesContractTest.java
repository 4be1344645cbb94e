package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ReclaimablesContract;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import org.junit.jupiter.api.Test;

final class QemuReclaimablesContractTest extends ReclaimablesContract {

    private final LibvirtDaemon libvirt = TestEngines.libvirt();

    @Override
    protected Backstage backstage() {
        return new QemuBackstage(false);
    }

    @Override
    protected void makeVolume(String name) {
        libvirt.virsh("vol-create-as", LibvirtDaemon.POOL, name, "1M");
    }

    @Override
    protected String makeUser(String volume) {
        return define("<disk type='volume' device='disk'><source pool='default' volume='%s'/><target dev='vda'/></disk>"
                .formatted(volume));
    }

    @Override
    protected void removeVolume(String name) {
        libvirt.virsh("vol-delete", "--pool", LibvirtDaemon.POOL, name);
    }

    @Test
    void whatLiesUnderAnotherVolumeIsUsed() {
        String base = uniqueName();
        String overlay = uniqueName();
        libvirt.virsh("vol-create-as", LibvirtDaemon.POOL, base, "1M");
        libvirt.virsh(
                "vol-create-as",
                LibvirtDaemon.POOL,
                overlay,
                "1M",
                "--format",
                "qcow2",
                "--backing-vol",
                base,
                "--backing-vol-format",
                "raw");
        try {
            assertThat(list()).extracting(Reclaimable::name).contains(overlay).doesNotContain(base);
            String path = libvirt.virsh("vol-path", "--pool", LibvirtDaemon.POOL, overlay)
                    .strip();
            define("<disk type='file' device='disk'><source file='%s'/><target dev='vda'/></disk>".formatted(path));
            assertThat(list()).extracting(Reclaimable::name).doesNotContain(overlay, base);
        } finally {
            libvirt.virsh("vol-delete", "--pool", LibvirtDaemon.POOL, overlay);
            libvirt.virsh("vol-delete", "--pool", LibvirtDaemon.POOL, base);
        }
    }

    private String define(String disk) {
        String name = uniqueName();
        libvirt.virshWith("""
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">32</memory>
                  <os><type arch="x86_64" machine="q35">hvm</type></os>
                  <devices>%s</devices>
                </domain>
                """.formatted(name, disk), "define");
        return made(libvirt.virsh("domuuid", name).strip());
    }
}
