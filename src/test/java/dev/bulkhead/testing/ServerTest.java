package dev.bulkhead.testing;

import dev.bulkhead.Bulkhead;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server with its database, one fake engine ({@link #ENGINE}) and one administrator. All tests that extend it without
 * settings of their own share one server.
 */
@SpringBootTest(classes = Bulkhead.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ServerTest.FakeEngines.class)
public abstract class ServerTest {

    protected static final String USER = "ada";
    protected static final String PASSWORD = "correct horse battery";
    protected static final EngineId ENGINE = new EngineId("lab-libvirt");

    /** The daemon that {@link #ENGINE} speaks to. */
    @Autowired
    protected FakeBackend backend;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Path directory = TestDirectory.create("bulkhead-server");
        registry.add("bulkhead.data-dir", () -> directory.resolve("data").toString());
        registry.add("bulkhead.bootstrap.admin-user", () -> USER);
        registry.add("bulkhead.bootstrap.admin-password-file", () -> passwordFile(directory));
        registry.add("bulkhead.discover-local", () -> false);
        registry.add("bulkhead.hosts[0].id", () -> "lab");
        registry.add("bulkhead.hosts[0].engines[0].kind", () -> "libvirt");
        registry.add("bulkhead.hosts[0].engines[0].uri", () -> "fake:///lab");
    }

    /** The holder is the JVM's, its strategy each application's, and several applications live in this JVM: this test's is meant. */
    @Autowired
    void useOwnSecurityContexts(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    /** Someone who has not signed in. */
    protected HttpCaller anyone() {
        return new HttpCaller(port);
    }

    /** The administrator, by HTTP Basic. */
    protected HttpCaller administrator() {
        return new HttpCaller(port).basic(USER, PASSWORD);
    }

    private static String passwordFile(Path directory) {
        try {
            return Files.writeString(directory.resolve("password"), PASSWORD + "\n")
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts the fake in the place of all adapters. */
    @TestConfiguration(proxyBeanMethods = false)
    static class FakeEngines {

        @Bean
        static BeanDefinitionRegistryPostProcessor noRealEngines() {
            return new BeanDefinitionRegistryPostProcessor() {
                @Override
                public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
                    for (String name : registry.getBeanDefinitionNames()) {
                        String type = registry.getBeanDefinition(name).getBeanClassName();
                        if (type != null && isFactory(type)) {
                            registry.removeBeanDefinition(name);
                        }
                    }
                }
            };
        }

        @Bean
        FakeFactory fakeFactory() {
            return new FakeFactory(EngineKind.LIBVIRT);
        }

        @Bean
        FakeBackend backend(FakeFactory factory) {
            return factory.backend(ENGINE);
        }

        private static boolean isFactory(String type) {
            try {
                Class<?> loaded = Class.forName(type, false, FakeEngines.class.getClassLoader());
                return EngineFactory.class.isAssignableFrom(loaded);
            } catch (ClassNotFoundException missing) {
                return false;
            }
        }
    }
}
