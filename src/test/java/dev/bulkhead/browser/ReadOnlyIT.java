package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Role;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who may look, and nothing else, goes through every page that there is: nothing that acts is offered, and who asks for it all
 * the same, by the API or by forged messages of a page, changes nothing.
 */
class ReadOnlyIT extends BrowserTest {

    private static final String PASSWORD = "nothing but eyes";
    private static final String BOX = "look-at-me";

    /** What can be pressed and changes the page, or the reader's own account, and nothing else. A menu bar's button may have no words. */
    private static final Set<String> HARMLESS = Set.of(
            "vaadin-menu-bar-button",
            "Actions for look-at-me",
            "Add a passkey",
            "Alerts: none",
            "As tables",
            "Change password",
            "Clear selection",
            "Columns",
            "Failed",
            "Fold the navigation",
            "Host",
            "Kind",
            "Make a token",
            "Navigation",
            "Project",
            "Resource",
            "Screens",
            "Search, open or do anything",
            "Sign out everywhere else",
            "State",
            "Theme",
            "Time shown",
            "Turn on",
            "User onlooker");

    /** The names of all that can be pressed now, with what a screen reader calls it. */
    private static final String OFFERED = """
            () => [...document.querySelectorAll('vaadin-button, vaadin-menu-bar-button, vaadin-menu-bar-item, button, '
                + 'vaadin-select, vaadin-checkbox, vaadin-combo-box, vaadin-upload')]
              .filter(each => each.checkVisibility() && !each.disabled && !each.closest('vaadin-grid-cell-content [hidden]'))
              .filter(each => !['vaadin-checkbox'].includes(each.localName) || !each.closest('vaadin-grid'))
              .map(each => (each.getAttribute('aria-label') || each.accessibleName || each.textContent || each.localName).trim().replace(/Ctrl K$/, ''))
              .filter(name => name !== '')""";

    /** Nobody is ever deleted, and a second try needs its own. */
    private final String viewer = "onlooker-" + UUID.randomUUID().toString().substring(0, 8);

    private final SoftAssertions found = new SoftAssertions();
    private final DockerDaemon docker = TestEngines.docker();
    private String box = "";

    @BeforeEach
    void aBoxAndSomebodyWhoMayLook() {
        box = "atlas-docker." + docker.run(BOX);
        HttpCaller administrator = ServedApplication.caller();
        HttpResponse<String> made = administrator.postJson(
                "/api/v1/users", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(viewer, PASSWORD));
        assertThat(made.statusCode()).isEqualTo(201);
        String id = json(made.body()).path("id").asString();
        assertThat(administrator.postJson("/api/v1/grants", """
                                {"subjectKind":"USER","subject":"%s","role":"viewer","scopeLevel":"INSTALLATION"}""".formatted(id)).statusCode())
                .isEqualTo(201);
    }

    @AfterEach
    void removeTheBox() {
        docker.docker("rm", "--force", BOX);
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingAndGetsNothing() {
        open("instances/" + box, BOX);
        ForgedClick click = ForgedClick.of(page, () -> {
            page.locator(".instance-header vaadin-menu-bar-button")
                    .getByText("Pause")
                    .click();
            page.waitForCondition(() -> !running());
        });
        act("resume");
        // So it is a forged message that does it, where one may.
        forge(click);
        page.waitForCondition(() -> !running());
        act("start");

        signInAs(viewer, PASSWORD);
        walk();
        askTheApi();
        forge(click);
        assertThat(running()).isTrue();
        assertThat(done()).isEmpty();
        forgiveLostConnections();
        found.assertAll();
    }

    /** Every page that the matrix lists, which a test of its own holds against the code. */
    private void walk() {
        List<String> pages = declared("page").stream()
                .filter(line -> line.endsWith("signed in"))
                .map(line -> line.split(" ")[0].substring(1))
                .toList();
        assertThat(pages).hasSizeGreaterThan(8);
        for (String path : pages) {
            page.navigate(path.replace("recordings/:id", "recordings/" + UUID.randomUUID())
                    .replace(":id", box));
            assertThat(page.locator("h1")).isVisible();
            nothingActs(path);
        }
        for (String tab : List.of("configuration", "storage", "network", "console", "logs", "history", "access")) {
            open("instances/" + box + "?tab=" + tab, BOX);
            nothingActs(tab);
        }
        open("instances", "Instances");
        page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
        nothingActs("a selection");
    }

    private void nothingActs(String where) {
        page.waitForFunction(ANSWERED);
        found.assertThat(((List<?>) page.evaluate(OFFERED))
                        .stream().map(name -> name.toString().replace(viewer, "onlooker")))
                .as("what can be pressed at %s", where)
                .isSubsetOf(HARMLESS);
    }

    /** Every call that changes something and that the role is not given for, on what the viewer sees. */
    private void askTheApi() {
        HttpCaller caller = ServedApplication.caller(viewer, PASSWORD);
        Set<Permission> held = Role.VIEWER.permissions();
        List<String> acting = declared("api").stream()
                .filter(line -> !line.startsWith("GET "))
                .filter(line -> !held.contains(permission(line)) && permission(line) != Permission.ENTER)
                .toList();
        assertThat(acting).hasSizeGreaterThan(20);
        for (String line : acting) {
            String[] words = line.split(" +");
            String body = words[1].endsWith("/actions") ? "{\"action\":\"pause\",\"ids\":[\"" + box + "\"]}" : "{}";
            String path = words[1].contains("/instances/")
                    ? words[1].replace("{id}", box)
                    : words[1].replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            boolean takesList = path.endsWith("/members") || path.endsWith("/instances");
            assertThat(caller.sendJson(words[0], path, takesList ? "[]" : body).statusCode())
                    .as(line)
                    .isEqualTo(403);
        }
    }

    private static Permission permission(String line) {
        return Permission.valueOf(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void forge(ForgedClick click) {
        open("instances/" + box, BOX);
        page.waitForFunction(ANSWERED);
        click.everywhere(page);
    }

    /** What the record says that the viewer did, but for coming in. */
    private List<String> done() {
        return json(ServedApplication.caller()
                        .get("/api/v1/audit?size=500&actor=" + viewer)
                        .body())
                .path("items")
                .valueStream()
                .filter(row -> !row.path("outcome").asString().equals("REFUSED"))
                .map(row -> row.path("verb").asString())
                .filter(verb -> !verb.startsWith("sign-"))
                .toList();
    }

    private boolean running() {
        return docker.docker("inspect", "--format", "{{.State.Status}}", BOX)
                .strip()
                .equals("running");
    }

    private void act(String action) {
        page.waitForCondition(() -> {
            ServedApplication.caller()
                    .postJson("/api/v1/instances/" + box + "/actions", "{\"action\":\"" + action + "\"}");
            return running();
        });
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** The lines of that kind in the matrix, without the kind. */
    private static List<String> declared(String kind) {
        try (InputStream table = Objects.requireNonNull(ReadOnlyIT.class.getResourceAsStream("/access-matrix.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + " "))
                    .map(line -> line.substring(kind.length()).strip())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
