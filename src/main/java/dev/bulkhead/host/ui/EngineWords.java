package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import java.util.List;
import java.util.Locale;

/** How an engine's health is called and drawn, and what its reader can do about it. */
public final class EngineWords {

    private EngineWords() {}

    static StateBadge badge(EngineStatus engine) {
        return new StateBadge(tone(engine.health()), health(engine));
    }

    static Tone tone(EngineHealth health) {
        return switch (health) {
            case UP -> Tone.RUNNING;
            case CONNECTING -> Tone.BUSY;
            case NOT_RESPONDING, DOWN -> Tone.TROUBLE;
        };
    }

    /** A refusal is not an outage, and is called by its name. */
    static String health(EngineStatus engine) {
        return engine.faultKind() == ErrorKind.DENIED ? text("health.denied") : text("health." + key(engine.health()));
    }

    /** "Docker on atlas is not responding". */
    public static String trouble(EngineStatus engine, HostService hosts) {
        String host = hosts.host(engine.host())
                .map(HostStatus::name)
                .orElseGet(() -> engine.host().value());
        String key = engine.faultKind() == ErrorKind.DENIED ? "denied" : key(engine.health());
        return text("trouble." + key, engine.product(), host);
    }

    /** What to do about it, as a sentence. */
    public static String remedy(EngineStatus engine) {
        if (engine.health() == EngineHealth.NOT_RESPONDING) {
            return text("remedy.not-responding");
        }
        return text(engine.faultKind() == ErrorKind.DENIED ? "remedy.denied" : "remedy.down");
    }

    /** The commands that do it, for a machine with systemd; tried top to bottom. */
    static List<String> commands(EngineStatus engine) {
        boolean denied = engine.faultKind() == ErrorKind.DENIED;
        boolean hung = engine.health() == EngineHealth.NOT_RESPONDING;
        return switch (engine.settings().kind()) {
            case LIBVIRT ->
                denied
                        ? List.of("sudo usermod -aG libvirt bulkhead", "sudo systemctl restart bulkhead")
                        : service("libvirtd", hung);
            case DOCKER ->
                denied
                        ? List.of("sudo usermod -aG docker bulkhead", "sudo systemctl restart bulkhead")
                        : service("docker", hung);
            case LXD ->
                denied
                        ? List.of("sudo usermod -aG lxd bulkhead", "sudo systemctl restart bulkhead")
                        : service("lxd", hung);
        };
    }

    private static List<String> service(String unit, boolean hung) {
        return List.of("systemctl status " + unit, "sudo systemctl " + (hung ? "restart " : "start ") + unit);
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
