package dev.bulkhead.bench;

import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Guests that run, on an engine of each kind: two fifths are machines of QEMU with an empty disk and a network card, whose firmware found
 * nothing to start; two fifths are containers of Docker and a fifth of LXD, whose shell waits for somebody to type.
 */
final class GuestBed implements AutoCloseable {

    private static final long DISK_BYTES = 64L << 20;

    private final LibvirtDaemon libvirt = TestEngines.newLibvirt();
    private final DockerDaemon docker = TestEngines.newDocker();
    private final LxdDaemon lxd = TestEngines.newLxd();
    private final List<String> machines = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();
    private final List<String> systems = new ArrayList<>();

    /** Returns when all of them run. */
    GuestBed(int guests) throws IOException {
        Figures.say("starting " + guests + " guests");
        int ofEach = guests * 2 / 5;
        for (int number = 0; number < ofEach; number++) {
            machine(ManyDomains.name(number));
            containers.add(docker.run(ManyDomains.name(number)));
        }
        for (int number = 0; number < guests - 2 * ofEach; number++) {
            lxd.launch(ManyDomains.name(number));
            systems.add(ManyDomains.name(number));
        }
    }

    /** An application that manages all of them; its host is called bench. */
    Application application(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--bulkhead.hosts[0].engines[1].kind=docker",
                "--bulkhead.hosts[0].engines[1].uri=" + docker.uri(),
                "--bulkhead.hosts[0].engines[2].kind=lxd",
                "--bulkhead.hosts[0].engines[2].uri=unix://" + lxd.socket()));
        arguments.addAll(List.of(more));
        Application application = Application.start(libvirt.uri(), arguments.toArray(String[]::new));
        application.awaitListed(machines.size() + containers.size() + systems.size());
        return application;
    }

    /** For the table. */
    String words() {
        return "%d QEMU machines whose firmware waits, %d Docker and %d LXD containers whose shell waits"
                .formatted(machines.size(), containers.size(), systems.size());
    }

    /** The page of a container of Docker, which has all that is measured. */
    String page(int number) {
        return "instances/bench-docker." + containers.get(number % containers.size());
    }

    private void machine(String name) throws IOException {
        Path disk = libvirt.directory().resolve(name + ".img");
        try (RandomAccessFile empty = new RandomAccessFile(disk.toFile(), "rw")) {
            empty.setLength(DISK_BYTES);
        }
        libvirt.virshWith("""
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">64</memory>
                  <vcpu>1</vcpu>
                  <os><type arch="x86_64">hvm</type><boot dev="hd"/></os>
                  <devices>
                    <disk type="file" device="disk"><source file="%s"/><target dev="vda" bus="virtio"/></disk>
                    <interface type="network"><source network="%s"/><model type="virtio"/></interface>
                  </devices>
                </domain>""".formatted(name, disk, LibvirtDaemon.NETWORK), "define");
        libvirt.virsh("start", "--domain", name);
        machines.add(name);
    }

    @Override
    public void close() {
        machines.forEach(name -> libvirt.virsh("destroy", "--domain", name));
        containers.forEach(id -> docker.docker("rm", "--force", id));
        systems.forEach(name -> lxd.lxc("delete", "--force", name));
        lxd.close();
        docker.close();
        libvirt.close();
    }
}
