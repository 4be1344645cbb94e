package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.TestEngines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three students with two sandboxes each and a tutor who may look, set up by the pages alone; then each has exactly their part. */
class AccessIT extends BrowserTest {

    private static final List<String> SANDBOXES =
            List.of("sandbox-1a", "sandbox-1b", "sandbox-2a", "sandbox-2b", "sandbox-3a", "sandbox-3b");

    private final DockerDaemon docker = TestEngines.docker();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();

    @BeforeEach
    void runSandboxes() {
        SANDBOXES.forEach(name -> ids.put(name, "atlas-docker." + docker.run(name)));
    }

    @AfterEach
    void removeSandboxes() {
        SANDBOXES.forEach(name -> docker.docker("rm", "--force", name));
    }

    @Test
    void anAdministratorSetsUpAClassAndEachHasTheirPart() {
        setUp();
        lookAround();
        openShell("sandbox-2a");
        signInAs("student-1", passwords.get("student-1"));
        studentHasTwo();
        signInAs("tutor", passwords.get("tutor"));
        tutorLooks();
    }

    private void setUp() {
        open("instances?q=sandbox-3b", "Instances");
        assertThat(name("sandbox-3b")).isVisible();
        Instant begun = Instant.now();
        for (int number = 1; number <= 3; number++) {
            addProject("lab-" + number, "sandbox-" + number + "a", "sandbox-" + number + "b");
        }
        for (int number = 1; number <= 3; number++) {
            addPerson("student-" + number, "User", "Project lab-" + number);
        }
        addPerson("tutor", "Viewer", "Project lab-1", "Project lab-2", "Project lab-3");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(2));
    }

    private void addProject(String name, String... instances) {
        openTab("projects", "Add project");
        field("Name").fill(name);
        choose("Instances", instances);
        dialogButton("Add project").click();
        assertThat(page.getByText("The project " + name + " is saved.")).isVisible();
    }

    private void addPerson(String name, String role, String... places) {
        openTab("people", "Add person");
        field("User name").fill(name);
        dialog().locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText(role, exactly()).click();
        choose("Where", places);
        dialogButton("Add person").click();
        Locator password = dialog().locator(".command code");
        assertThat(password).isVisible();
        passwords.put(name, password.textContent());
        dialogButton("Close").click();
    }

    private void openTab(String tab, String adding) {
        open("access?tab=" + tab, "Access");
        page.locator(".searched-list")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(adding))
                .click();
        assertThat(dialog().locator(".access-form").first()).isVisible();
    }

    private void choose(String label, String... options) {
        Locator input = dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        for (String option : options) {
            input.fill(option);
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(option).setExact(true))
                    .click();
        }
        input.press("Tab");
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator field(String label) {
        return dialog().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label));
    }

    private Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    /** Pictures of what was made, for people to look at. */
    private void lookAround() {
        for (String tab : List.of("people", "projects", "grants")) {
            open("access?tab=" + tab, "Access");
            assertThat(page.locator(".searched-list .name-cell").first()).isVisible();
            PicturesIT.take(page, "access-" + tab);
        }
        open("instances/" + ids.get("sandbox-1a") + "?tab=access", "sandbox-1a");
        assertThat(page.locator(".explanations")).containsText("tutor");
        PicturesIT.take(page, "instance-access");
        openTab("grants", "Give a role");
        choose("Who", "tutor");
        dialog().locator("vaadin-select").click();
        page.locator("vaadin-select-item").getByText("Operator", exactly()).click();
        choose("Where", "Project lab-1", "Project lab-2");
        assertThat(dialog().locator(".preview")).containsText("tutor gains (Project lab-1, Project lab-2)");
        PicturesIT.take(page, "access-give");
    }

    private void studentHasTwo() {
        // Somebody else's task and console, neither of which is the student's to see.
        act(ServedApplication.caller(), "sandbox-2a", 202);
        HttpCaller student = ServedApplication.caller("student-1", passwords.get("student-1"));
        act(student, "sandbox-1a", 202);

        open("instances", "Instances");
        assertThat(page.locator("vaadin-grid .name-cell a")).hasText(new String[] {"sandbox-1a", "sandbox-1b"});
        assertThat(page.locator(".filter-bar .count")).hasText("2 instances");
        page.keyboard().press("Control+k");
        page.locator(".palette input").fill("sandbox");
        assertThat(page.locator(".palette-results")).containsText("sandbox-1b");
        assertThat(page.locator(".palette-results")).not().containsText("sandbox-2");
        open("tasks", "Tasks");
        assertThat(page.locator("vaadin-grid .task-name")).hasText(new String[] {"Pause sandbox-1a"});

        openShell("sandbox-1b");
        open("consoles", "Consoles");
        assertThat(page.locator("vaadin-grid .name-cell a")).hasText(new String[] {"sandbox-1b"});

        open("instances/" + ids.get("sandbox-2a"), "No such instance");
        String foreign = "/api/v1/instances/" + ids.get("sandbox-2a");
        assertThat(student.get(foreign).statusCode()).isEqualTo(404);
        assertThat(student.postJson(foreign + "/consoles", "{\"kind\":\"exec\"}")
                        .statusCode())
                .isEqualTo(404);
        act(student, "sandbox-2b", 404);
        assertThat(page.locator("vaadin-side-nav")).not().containsText("Access");
    }

    private void openShell(String sandbox) {
        open("instances/" + ids.get(sandbox) + "?tab=console&kind=exec", sandbox);
        assertThat(page.locator("bulkhead-terminal")).hasAttribute("state", "open");
    }

    private void tutorLooks() {
        HttpCaller tutor = ServedApplication.caller("tutor", passwords.get("tutor"));
        open("instances", "Instances");
        assertThat(page.locator("vaadin-grid .name-cell a")).hasText(SANDBOXES.toArray(String[]::new));
        page.getByLabel("Actions for sandbox-3a").click();
        assertThat(page.locator("vaadin-context-menu-item")).hasText(new String[] {"Open"});
        page.keyboard().press("Escape");
        open("instances/" + ids.get("sandbox-3a"), "sandbox-3a");
        assertThat(page.locator(".instance-header")).containsText("sandbox-3a");
        assertThat(page.locator(".instance-header vaadin-menu-bar-item")).hasCount(0);
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Console")))
                .isHidden();
        act(tutor, "sandbox-3a", 403);
        open("account", "My account");
        assertThat(page.locator(".explanations")).containsText("Project lab-3");
    }

    /** Asks for what the pages of those who may not do not offer. */
    private void act(HttpCaller caller, String sandbox, int expected) {
        assertThat(caller.postJson("/api/v1/instances/" + ids.get(sandbox) + "/actions", "{\"action\":\"pause\"}")
                        .statusCode())
                .isEqualTo(expected);
    }
}
