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
 * The application with {@value #MACHINES} machines, whose screens are the VNC server at a port of ours: {@code ScreenServer PORT
 * ARGUMENTS}. libvirt's own test hypervisor has no screens, and QEMU's cannot be told what to send.
 */
final class ScreenServer {

    /** One for each console that is busy, since of those who share one only one may type; and one more. */
    static final int MACHINES = ScreenEcho.BUSY + 1;

    private ScreenServer() {}

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Bulkhead.class, FakeEngines.class);
        application.setDefaultProperties(Map.of("spring.config.import", FakeEngines.CONFIGURATION));
        FakeBackend backend = application
                .run(Arrays.copyOfRange(arguments, 1, arguments.length))
                .getBean(FakeEngines.class)
                .backend("atlas", EngineKind.LIBVIRT);
        backend.screensAt(Integer.parseInt(arguments[0]));
        for (int number = 0; number < MACHINES; number++) {
            backend.add("screen-" + number, InstanceState.RUNNING);
        }
    }
}
