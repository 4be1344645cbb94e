package dev.bulkhead.instance.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.testing.fake.PageTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** What pages say of leases, and to whom they offer the renewal. */
class LeasePagesTest extends PageTest {

    private static final InstanceId SANDBOX =
            InstanceId.parse("atlas-lxd.student-ana").orElseThrow();
    private static final String PAGE = "instances/" + SANDBOX;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private LeaseBook book;

    private TestAccess access;
    private Project project;

    @BeforeEach
    void aLeasedProject() {
        access = new TestAccess(application);
        project = access.project("course-leased", SANDBOX);
        access.limit(project, Quota.NONE, new LeaseTerms(Duration.ofDays(3), End.DELETE, Duration.ofDays(7)));
    }

    @AfterEach
    void toTheDefault() {
        access.put(SANDBOX, Project.DEFAULT);
    }

    private void endsIn(Duration left) {
        book.put(Lease.of(SANDBOX, project.id(), Instant.now().plus(left)));
    }

    private String page() {
        return textOf(find(Main.class).single());
    }

    @Test
    void theEndIsToldADayBeforeAndPutOffByRenewing() {
        endsIn(Duration.ofHours(30));
        open(PAGE);
        assertThat(page()).contains("Lease ends").doesNotContain("Its lease ends");

        endsIn(Duration.ofHours(20));
        eventually(() -> assertThat(page())
                .contains(
                        "Its lease ends",
                        "Then it is stopped, and deleted with its disks once it has been off for 7 days."));
        test(find(Button.class).withText("Renew the lease").single()).click();

        eventually(() -> assertThat(page()).doesNotContain("Its lease ends"));
        assertThat(book.find(SANDBOX).orElseThrow().endsAt())
                .isAfter(Instant.now().plus(Duration.ofHours(71)));
    }

    @Test
    void theOverviewNamesWhatEndsSoonAndWhatIsOver() {
        endsIn(Duration.ofMinutes(30));
        open("");
        assertThat(page()).contains("The lease of student-ana ends soon");
        endsIn(Duration.ofMinutes(-30));
        eventually(() -> assertThat(page()).contains("The lease of student-ana is over"));
    }

    @Test
    @WithMockUser("olga")
    void whoMayNotRenewIsToldAndNotAsked() {
        access.person("olga", "correct horse battery", Role.OPERATOR);
        endsIn(Duration.ofMinutes(30));
        open(PAGE);
        assertThat(page()).contains("Its lease ends");
        assertThat(find(Button.class).withText("Renew the lease").all()).isEmpty();
    }
}
