package dev.bulkhead.testing.fake;

import dev.bulkhead.Bulkhead;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** Starts the application with fake engines and the mock's instances, for whoever works on pages. */
public final class FakeBulkhead {

    private FakeBulkhead() {}

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Bulkhead.class, FakeEngines.class);
        String[] all = Stream.concat(
                        Arrays.stream(FakeEngines.PROPERTIES).map(property -> "--" + property),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
        MockInventory.fill(application.run(all).getBean(FakeEngines.class));
    }
}
