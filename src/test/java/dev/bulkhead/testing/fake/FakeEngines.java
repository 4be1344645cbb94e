package dev.bulkhead.testing.fake;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Bean;

/**
 * Puts fake engines of two hosts, {@code atlas} and {@code borea}, in the place of all real ones; guests are made in
 * {@link #backend}. To be imported by a test, or given to the application beside its main class.
 */
public final class FakeEngines {

    /** The configuration that goes with it. */
    public static final String CONFIGURATION = "classpath:fake-engines.properties";

    private final FakeFactory libvirt = new FakeFactory(EngineKind.LIBVIRT);
    private final FakeFactory docker = new FakeFactory(EngineKind.DOCKER);
    private final FakeFactory lxd = new FakeFactory(EngineKind.LXD);

    /** The daemon behind one of the engines. */
    public FakeBackend backend(String host, EngineKind kind) {
        FakeFactory factory = switch (kind) {
            case LIBVIRT -> libvirt;
            case DOCKER -> docker;
            case LXD -> lxd;
        };
        return factory.backend(id(host, kind));
    }

    /** What the application calls that engine. */
    public static EngineId id(String host, EngineKind kind) {
        return new EngineId(host + "-" + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Removes every guest and makes those of the mock anew, and every daemon well. */
    public void reset() {
        for (String host : List.of("atlas", "borea")) {
            for (EngineKind kind : EngineKind.values()) {
                FakeBackend backend = backend(host, kind);
                backend.thaw();
                backend.failWith(null);
                backend.supply().clear();
                backend.guests().forEach(guest -> backend.remove(guest.id().local()));
            }
        }
        MockInventory.fill(this);
    }

    @Bean
    EngineFactory fakeLibvirt() {
        return libvirt;
    }

    @Bean
    EngineFactory fakeDocker() {
        return docker;
    }

    @Bean
    EngineFactory fakeLxd() {
        return lxd;
    }

    /** Takes the real engines out before anything asks for them. */
    @Bean
    static BeanFactoryPostProcessor noRealEngines() {
        return beans -> {
            for (String name : beans.getBeanNamesForType(EngineFactory.class, true, false)) {
                if (!name.startsWith("fake")) {
                    ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
                }
            }
        };
    }
}
