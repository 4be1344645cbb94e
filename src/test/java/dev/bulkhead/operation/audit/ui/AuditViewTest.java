package dev.bulkhead.operation.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditViewTest extends PageTest {

    @Autowired
    private InstanceService instances;

    private void act(String name) {
        instances.perform(new InstanceId(FakeEngines.id("atlas", EngineKind.LXD), name), Action.START);
    }

    private AuditRow newest() {
        return test(find(AuditGrid.class).single()).getRow(0);
    }

    @Test
    void anActionComesIntoTheOpenPageAsItIsAskedForAndHowItEnds() {
        open("audit");

        act("student-bo");

        eventually(() -> {
            assertThat(newest().entry().target().name()).isEqualTo("student-bo");
            assertThat(newest().entry().outcome()).isEqualTo(AuditOutcome.DONE);
            assertThat(newest().entry().origin().actor()).isEqualTo("ada");
        });
        AuditRow before = test(find(AuditGrid.class).single()).getRow(1);
        assertThat(before.entry().outcome()).isEqualTo(AuditOutcome.INTENT);
        assertThat(before.entry().operation()).isEqualTo(newest().entry().operation());
    }

    @Test
    void theFilterStandsInTheAddressAndInTheFiles() {
        act("student-bo");
        open("audit?target=Student&outcome=intent&from=2026-01-01");

        eventually(() -> assertThat(newest().entry().outcome()).isEqualTo(AuditOutcome.INTENT));
        assertThat(find(Anchor.class).withText("CSV").single().getHref())
                .isEqualTo("api/v1/audit?as=CSV&outcome=INTENT&target=Student&from=2026-01-01T00%3A00%3A00Z");

        open("audit?target=no-such-thing&outcome=nonsense&from=yesterday");
        eventually(() -> assertThat(textOf(find(AuditView.class).single())).contains("Nothing on record"));
    }

    @Test
    void theRecordIsVerifiedOnDemand() {
        act("student-bo");
        open("audit");
        eventually(
                () -> assertThat(textOf(find(VerificationLine.class).single())).isNotBlank());

        test(find(Button.class).withText("Verify now").single()).click();

        eventually(
                () -> assertThat(textOf(find(VerificationLine.class).single())).contains("Unchanged", "rows proven"));
    }
}
