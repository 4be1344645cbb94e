package dev.bulkhead.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only one kind of instance has. */
public sealed interface InstanceDetails {

    InstanceKind kind();

    /**
     * A virtual machine of libvirt, LXD or Incus.
     *
     * @param maxVcpus how many vCPUs can be plugged in without a redefinition; null when unknown
     * @param architecture for example {@code x86_64}; "" when unknown
     * @param machineType for example {@code pc-q35-7.2}; "" when unknown
     * @param firmware {@code BIOS} or {@code UEFI}; "" when unknown
     * @param accelerated whether the host's CPU runs it (KVM) rather than an emulation; null when unknown
     * @param persistent false when its definition ends with it
     * @param graphics its screens
     * @param serialPorts how many serial lines it has
     * @param profiles LXD's profiles; empty on libvirt
     */
    record VirtualMachine(
            @Nullable Integer maxVcpus,
            String architecture,
            String machineType,
            String firmware,
            @Nullable Boolean accelerated,
            boolean persistent,
            List<Graphics> graphics,
            int serialPorts,
            List<String> profiles)
            implements InstanceDetails {
        public VirtualMachine {
            graphics = List.copyOf(graphics);
            profiles = List.copyOf(profiles);
        }

        @Override
        public InstanceKind kind() {
            return InstanceKind.VIRTUAL_MACHINE;
        }
    }

    /**
     * A screen of a virtual machine. Its password is never part of a record.
     *
     * @param type {@code vnc}, {@code spice}, …
     * @param listen address or socket it listens on; "" when none
     * @param exposedWithoutPassword true when it listens beyond loopback without a password: worth a warning
     */
    record Graphics(String type, String listen, boolean exposedWithoutPassword) {}

    /**
     * A system container of LXD or Incus.
     *
     * @param image what it was made from, in words; "" when unknown
     * @param architecture for example {@code x86_64}
     * @param profiles in the order they apply
     * @param privileged whether its root is the host's root
     * @param ephemeral whether it is gone when it stops
     */
    record SystemContainer(
            String image, String architecture, List<String> profiles, boolean privileged, boolean ephemeral)
            implements InstanceDetails {
        public SystemContainer {
            profiles = List.copyOf(profiles);
        }

        @Override
        public InstanceKind kind() {
            return InstanceKind.SYSTEM_CONTAINER;
        }
    }

    /**
     * An application container of Docker or Podman.
     *
     * @param image reference it was made from
     * @param command entry point and arguments
     * @param health {@code healthy}, {@code unhealthy}, {@code starting}; null without a health check
     * @param exitCode of its last end; null while it runs or when it never ran
     * @param restartPolicy {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure:3}; "" when unknown
     * @param ports published and exposed ports, as {@code 127.0.0.1:8080 → 80/tcp}
     * @param mounts binds and volumes
     * @param privileged whether it was made privileged; null when the engine's list does not tell
     */
    record ApplicationContainer(
            String image,
            List<String> command,
            @Nullable String health,
            @Nullable Integer exitCode,
            String restartPolicy,
            List<String> ports,
            List<Mount> mounts,
            @Nullable Boolean privileged)
            implements InstanceDetails {
        public ApplicationContainer {
            command = List.copyOf(command);
            ports = List.copyOf(ports);
            mounts = List.copyOf(mounts);
        }

        @Override
        public InstanceKind kind() {
            return InstanceKind.APPLICATION_CONTAINER;
        }
    }

    /**
     * A directory of the host or a volume seen inside a container.
     *
     * @param type {@code bind}, {@code volume}, {@code tmpfs}
     * @param source path or name; "" for none
     * @param target path inside
     * @param writable whether the container may write
     */
    record Mount(String type, String source, String target, boolean writable) {}
}
