package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which disks go with their domain, and which never do. */
class DiskRemovalTest {

    private final LibvirtDaemon daemon = TestEngines.newLibvirt();
    private final Engine engine = QemuBackstage.engine(daemon.uri());
    private final Path pool = daemon.directory().resolve("pool");
    private final Path outside = daemon.directory().resolve("outside.img");

    @BeforeEach
    void makeVolumes() throws IOException {
        for (String volume : new String[] {"own", "named", "shared", "readonly", "iso", "base", "marked"}) {
            daemon.virsh("vol-create-as", LibvirtDaemon.POOL, volume, "1M");
        }
        Files.write(outside, new byte[1024]);
        Files.createSymbolicLink(daemon.directory().resolve("alias.img"), pool.resolve("aliased"));
        daemon.virsh("vol-create-as", LibvirtDaemon.POOL, "aliased", "1M");
        daemon.virsh(
                "vol-create-as",
                LibvirtDaemon.POOL,
                "overlay",
                "1M",
                "--format",
                "qcow2",
                "--backing-vol",
                "base",
                "--backing-vol-format",
                "raw");
    }

    @AfterEach
    void end() {
        engine.close();
        daemon.close();
    }

    @Test
    void onlyWritableFileVolumesThatNobodyElseUsesGo() {
        define(
                "other",
                file("vda", pool.resolve("shared"), "")
                        + file("vdb", daemon.directory().resolve("alias.img"), ""));
        String id = define(
                "leaving",
                file("vda", pool.resolve("own"), "")
                        + """
                        <disk type="volume" device="disk">
                          <source pool="default" volume="named"/><target dev="vdb"/>
                        </disk>
                        """
                        + file("vdc", pool.resolve("shared"), "")
                        + file("vdd", pool.resolve("readonly"), "<readonly/>")
                        + file("vde", pool.resolve("base"), "")
                        + file("vdf", outside, "")
                        + file("vdg", pool.resolve("marked"), "<shareable/>")
                        + file("vdh", pool.resolve("aliased"), "")
                        + "<disk type='block' device='disk'><source dev='/dev/null'/><target dev='vdi'/></disk>"
                        + "<disk type='file' device='cdrom'><source file='" + pool.resolve("iso")
                        + "'/><target dev='sda' bus='sata'/></disk>");

        engine.instances().perform(id, Action.DELETE_WITH_DISKS);

        assertThat(engine.instances().find(id)).isEmpty();
        assertThat(pool.resolve("own")).doesNotExist();
        assertThat(pool.resolve("named")).doesNotExist();
        assertThat(pool.resolve("shared")).exists();
        assertThat(pool.resolve("readonly")).exists();
        assertThat(pool.resolve("base")).exists();
        assertThat(pool.resolve("marked")).exists();
        assertThat(pool.resolve("aliased")).exists();
        assertThat(pool.resolve("iso")).exists();
        assertThat(outside).exists();
        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    void withoutItsDisksNothingGoes() {
        String id = define("leaving", file("vda", pool.resolve("own"), ""));

        engine.instances().perform(id, Action.DELETE);

        assertThat(engine.instances().find(id)).isEmpty();
        assertThat(pool.resolve("own")).exists();
    }

    private String define(String name, String disks) {
        daemon.virshWith("""
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">32</memory>
                  <os><type arch="x86_64" machine="q35">hvm</type></os>
                  <devices>%s</devices>
                </domain>
                """.formatted(name, disks), "define");
        return daemon.virsh("domuuid", name).strip();
    }

    private static String file(String device, Path path, String mark) {
        return "<disk type='file' device='disk'><source file='%s'/><target dev='%s'/>%s</disk>"
                .formatted(path, device, mark);
    }
}
