package dev.bulkhead.testing.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import dev.bulkhead.Bulkhead;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.testing.TestDirectory;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A page without a browser: the whole application on fake engines with the mock's instances, seen by an administrator. */
@SpringBootTest(classes = {Bulkhead.class, FakeEngines.class})
@TestPropertySource(
        locations = FakeEngines.CONFIGURATION,
        properties = {"spring.datasource.url=jdbc:h2:mem:pages-${random.uuid};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"})
@WithMockUser("ada")
public abstract class PageTest extends SpringBrowserlessTest {

    protected static final int GUESTS = 16;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Path directory = TestDirectory.create("bulkhead-page");
        registry.add("bulkhead.data-dir", directory::toString);
    }

    @Autowired
    protected FakeEngines engines;

    @Autowired
    private InstanceService instances;

    @Autowired
    private AccessService access;

    /** The holder is the JVM's, its strategy each application's, and several applications live in this JVM: this test's is meant. */
    @Autowired
    void useOwnSecurityContexts(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Autowired
    void makeTheAdministrator(ApplicationContext application) {
        new TestAccess(application).person("ada", "correct horse battery", Role.ADMINISTRATOR, Role.HOST_LEVEL);
    }

    /** A push finds the user where a browser's session has it, on whichever thread it runs. */
    @BeforeEach
    void signIn() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AbstractAuthenticationToken signedIn) {
            signedIn.setDetails(Credential.signIn(new MockHttpServletRequest()));
        }
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(SPRING_SECURITY_CONTEXT_KEY, SecurityContextHolder.getContext());
    }

    @BeforeEach
    void mockInventory() {
        engines.reset();
        if (!access.allows(Permission.INSTANCE_VIEW, Scope.INSTALLATION)) {
            return;
        }
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(instances.list(InstanceQuery.ALL))
                        .hasSize(GUESTS)
                        .allMatch(item -> item.stale() == null));
    }

    /** Lets pushed changes reach the page until {@code assertion} holds. */
    protected static void eventually(ThrowingRunnable assertion) {
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            runWhatWaitsForThePage();
            assertion.run();
        });
    }

    /** The test holds the session's lock, as a request does; what others want of the page runs when it is let go. */
    private static void runWhatWaitsForThePage() {
        VaadinSession session = VaadinSession.getCurrent();
        session.unlock();
        session.lock();
        roundTrip();
    }

    /** Goes where an address leads, query and all. */
    protected static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        roundTrip();
    }

    /** All the text below a component. */
    protected static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
