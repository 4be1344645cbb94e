package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.CommandLine;

/** The exact commands that bring an engine onto this machine, one for each kind of instance. */
public final class InstallCommands extends Div {

    public InstallCommands() {
        addClassName("install-commands");
        engine("install.libvirt", "sudo apt-get install libvirt-daemon-system qemu-system-x86 qemu-utils dnsmasq-base");
        engine("install.docker", "sudo apt-get install docker.io");
        engine("install.lxd", "sudo apt-get install lxd || sudo apt-get install incus");
        add(new Paragraph(text("install.then")), new CommandLine("sudo systemctl restart bulkhead"));
    }

    private void engine(String key, String command) {
        add(new H3(text(key)), new CommandLine(command));
    }
}
