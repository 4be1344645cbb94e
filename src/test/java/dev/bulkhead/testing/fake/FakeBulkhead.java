package dev.bulkhead.testing.fake;

import dev.bulkhead.Bulkhead;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts the application with fake engines and the mock's instances, for whoever works on pages. */
public final class FakeBulkhead {

    private FakeBulkhead() {}

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Bulkhead.class, FakeEngines.class);
        application.setDefaultProperties(Map.of("spring.config.import", FakeEngines.CONFIGURATION));
        MockInventory.fill(application.run(arguments).getBean(FakeEngines.class));
    }
}
