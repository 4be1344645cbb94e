package dev.bulkhead.testing;

import java.nio.file.Path;

/** The domain document of the smallest Linux guest that has all that the product shows. */
public final class LinuxGuest {
    /** A network card on {@link LibvirtDaemon#NETWORK}, where the guest asks for an address. */
    public static final String NETWORK_CARD =
            "<interface type='network'><source network='default'/><model type='virtio'/></interface>";

    private LinuxGuest() {}

    static String xml(String name, Path screen, String... devices) {
        return """
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">192</memory>
                  <vcpu>1</vcpu>
                  <os>
                    <type arch="x86_64" machine="q35">hvm</type>
                    <kernel>%s</kernel>
                    <initrd>%s</initrd>
                    <cmdline>console=tty0 console=ttyS0 quiet</cmdline>
                  </os>
                  <features><acpi/></features>
                  <devices>
                    <graphics type="vnc"><listen type="socket" socket="%s"/></graphics>
                    <video><model type="vga"/></video>
                    <serial type="pty"/>
                    <console type="pty"/>
                    %s
                  </devices>
                </domain>
                """.formatted(
                        escape(name),
                        Fixtures.file("vmlinuz"),
                        Fixtures.file("initramfs.cpio.gz"),
                        screen,
                        String.join("\n", devices));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
