package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pools, networks and images of real engines, and a student who is given a network and nothing else. */
class AssetsIT extends BrowserTest {

    /** The pages and their headings. */
    static final Map<String, String> PAGES = Map.of("images", "Images", "storage", "Storage", "networks", "Networks");

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOSTILE = "<img src=x onerror=document.hacked=1>";
    private static final String PASSWORD = "a part and no more";

    private final DockerDaemon docker = TestEngines.docker();
    private final LibvirtDaemon libvirt = TestEngines.libvirt();

    @Test
    void whatIsMadeElsewhereShowsWithoutReloadAndIsGivenToAProject() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String network = "net-" + unique;
        String project = made("/api/v1/projects", "{\"name\":\"course-" + unique + "\"}");
        String student =
                made("/api/v1/users", "{\"name\":\"student-" + unique + "\",\"password\":\"" + PASSWORD + "\"}");
        made("/api/v1/grants", """
                {"subjectKind":"USER","subject":"%s","role":"user","scopeLevel":"PROJECT","scope":"%s"}""".formatted(student, project));
        open("networks", "Networks");
        assertThat(row("bridge")).isVisible();

        docker.docker("network", "create", "--internal", "--subnet", "10.77.0.0/24", network);
        try {
            assertThat(row(network)).containsText("atlas-docker on atlas");
            assertThat(grid()).containsText("10.77.0.0/24");
            give(network, "course-" + unique);

            signInAs("student-" + unique, PASSWORD);
            open("networks", "Networks");
            assertThat(row(network)).isVisible();
            assertThat(page.locator(".searched-list .count")).hasText("1 network");
            assertThat(page.locator("vaadin-grid .row-menu")).isHidden();
            for (String path : new String[] {"storage", "images"}) {
                open(path, PAGES.get(path));
                assertThat(page.locator("main div.empty-state")).isVisible();
                PicturesIT.take(page, path + "-none");
            }
            open("networks", "Networks");
            assertThat(row(network)).isVisible();
            docker.docker("network", "rm", network);
            assertThat(row(network)).isHidden();
        } finally {
            docker.docker("network", "prune", "--force");
        }
    }

    @Test
    void aHostileNameIsTextInTheListAndInTheDialog() {
        libvirt.virshWith("<network><name>&lt;img src=x onerror=document.hacked=1&gt;</name></network>", "net-define");
        try {
            open("networks?q=%3Cimg", "Networks");
            assertThat(page.locator("vaadin-grid .name-cell .name")).hasText(HOSTILE);
            menu(HOSTILE);
            assertThat(page.getByRole(AriaRole.DIALOG)).hasAccessibleName("Projects that have " + HOSTILE);
            assertThat(page.evaluate("document.hacked")).isNull();
            assertThat(page.locator("main img")).hasCount(0);
        } finally {
            libvirt.virsh("net-undefine", "--network", HOSTILE);
        }
    }

    private void give(String network, String project) {
        menu(network);
        PicturesIT.take(page, "networks-give");
        Locator input = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX);
        input.fill(project);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(project))
                .click();
        input.press("Tab");
        button("Save").click();
        assertThat(page.getByText("The projects that have " + network + " are set."))
                .isVisible();
        assertThat(grid()).containsText(project);
    }

    private void menu(String asset) {
        button("Actions for " + asset).click();
        page.getByText("Give to projects…").click();
        assertThat(page.locator(".access-form vaadin-multi-select-combo-box")).isVisible();
    }

    private Locator grid() {
        return page.locator("main vaadin-grid");
    }

    private Locator row(String name) {
        return page.locator("vaadin-grid .name-cell")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    private static String made(String path, String body) {
        HttpCaller administrator = ServedApplication.caller();
        HttpResponse<String> answer = administrator.postJson(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode made = JSON.readTree(answer.body());
        return made.path("id").asString();
    }
}
