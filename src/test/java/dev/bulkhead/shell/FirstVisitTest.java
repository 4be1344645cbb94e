package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.Bulkhead;
import dev.bulkhead.access.SetupService;
import dev.bulkhead.testing.HttpCaller;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Case B5: a fresh installation. */
@SpringBootTest(
        classes = Bulkhead.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "bulkhead.discover-local=false")
@DirtiesContext
class FirstVisitTest {

    @TempDir
    static Path directory;

    @Autowired
    SetupService setup;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("bulkhead.data-dir", () -> directory.toString());
    }

    @Test
    void leadsToSetUpAndKnowsNoDefaultAccount() {
        HttpCaller visitor = new HttpCaller(port);
        assertThat(visitor.get("/").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(visitor.get("/login").headers().firstValue("location")).hasValue("/setup");
        for (String name : new String[] {"admin", "root", "bulkhead"}) {
            assertThat(visitor.signIn(name, name).headers().firstValue("location"))
                    .hasValue("/login?error");
            assertThat(new HttpCaller(port)
                            .basic(name, name)
                            .get("/api/v1/hosts")
                            .statusCode())
                    .isIn(302, 401);
        }
        assertThat(setup.isPending()).isTrue();
    }
}
