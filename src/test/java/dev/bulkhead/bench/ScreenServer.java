package dev.bulkhead.bench;

import dev.bulkhead.Bulkhead;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.testing.fake.FakeEngines;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * The application with one machine, whose screen is the VNC server at a port of ours: {@code ScreenServer PORT ARGUMENTS}. libvirt's
 * own test hypervisor has no screens, and QEMU's cannot be told what to send.
 */
final class ScreenServer {

    private ScreenServer() {}

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Bulkhead.class, FakeEngines.class);
        application.setDefaultProperties(Map.of("spring.config.import", FakeEngines.CONFIGURATION));
        FakeBackend backend = application
                .run(Arrays.copyOfRange(arguments, 1, arguments.length))
                .getBean(FakeEngines.class)
                .backend("atlas", EngineKind.LIBVIRT);
        backend.screensAt(Integer.parseInt(arguments[0]));
        backend.add("screen", InstanceState.RUNNING);
    }
}
