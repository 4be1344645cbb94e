package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.console.ThumbnailService;
import dev.bulkhead.console.ui.Thumbnails;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeScreens;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.MockInventory;
import dev.bulkhead.testing.fake.PageTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** Screens in small: which are shown, and that those in view, and no others, are looked at. */
class ScreenWallTest extends PageTest {

    private static final InstanceId WEB = new InstanceId(FakeEngines.id("atlas", EngineKind.LIBVIRT), "web-01");

    @Autowired
    private ThumbnailService thumbnails;

    private FakeScreens screens;

    @Autowired
    void fillProjects(ApplicationContext application) {
        MockInventory.fillProjects(new TestAccess(application));
    }

    @BeforeEach
    void turnOn() {
        screens = engines.backend("atlas", EngineKind.LIBVIRT).screens();
        screens.show("web-01", "image/png", "web".getBytes(StandardCharsets.UTF_8));
        screens.show("db-primary", "image/png", "database".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theWallHasTheScreensOfTheFilterAndSaysWhatItLeavesOut() {
        open("instances?project=shop&view=wall");

        assertThat(tiles())
                .extracting(Anchor::getHref)
                .containsExactly(
                        "instances/atlas-libvirt.db-primary?tab=console", "instances/atlas-libvirt.web-01?tab=console");
        assertThat(textOf(find(ScreenWall.class).single()))
                .contains("web-01", "Running", "2 running instances without a screen are left out");
        assertThat(find(InstanceGrid.class).all()).isEmpty();
    }

    @Test
    void onlyWhatIsInViewIsTaken() {
        open("instances?project=shop&view=wall");
        int before = screens.looks("db-primary");

        see("atlas-libvirt.web-01 atlas-libvirt.unknown <b> atlas-docker.traefik");

        eventually(() -> assertThat(picture("web-01")).startsWith("thumbnails/atlas-libvirt.web-01?v="));
        assertThat(picture("db-primary")).isEmpty();
        assertThat(screens.looks("db-primary")).isEqualTo(before);
    }

    @Test
    void aTileLeavesWithItsMachine() {
        open("instances?project=shop&view=wall");

        engines.backend("atlas", EngineKind.LIBVIRT).enter("web-01", InstanceState.STOPPED);

        eventually(() -> assertThat(tiles()).hasSize(1));
    }

    @Test
    void aWallWithoutScreensSaysSo() {
        open("instances?kind=application-container&view=wall");

        assertThat(textOf(find(ScreenWall.class).single()))
                .contains("No screen to show", "4 running instances without a screen");
    }

    @Test
    void theSwitchLeadsThereAndBack() {
        open("instances?project=shop");
        assertThat(find(ScreenWall.class).all()).isEmpty();

        test(find(WallSwitch.class).single()).click();
        assertThat(tiles()).hasSize(2);

        test(find(WallSwitch.class).single()).click();
        assertThat(find(ScreenWall.class).all()).isEmpty();
        assertThat(find(InstanceGrid.class).single().isVisible()).isTrue();
    }

    @Test
    void theHeaderShowsTheScreenWhileTheMachineRuns() {
        open("instances/atlas-libvirt.web-01");
        see("atlas-libvirt.web-01");
        eventually(() -> assertThat(picture("web-01")).isNotEmpty());

        engines.backend("atlas", EngineKind.LIBVIRT).enter("web-01", InstanceState.STOPPED);
        eventually(() -> assertThat(find(Thumbnails.class).all()).isEmpty());

        open("instances/atlas-docker.traefik");
        assertThat(find(Thumbnails.class).all()).isEmpty();
    }

    @Test
    void whoLeavesThePageLooksNoMore() {
        open("instances/atlas-libvirt.web-01");
        see("atlas-libvirt.web-01");
        eventually(() -> assertThat(picture("web-01")).isNotEmpty());
        assertThat(thumbnails.find(WEB)).isPresent();
        Thumbnails left = find(Thumbnails.class).single();

        open("tasks");

        assertThat(left.isAttached()).isFalse();
        assertThat(thumbnails.find(WEB)).isEmpty();
        see(left, "atlas-libvirt.web-01");
        assertThat(thumbnails.find(WEB)).isEmpty();
    }

    @Test
    @WithMockUser(roles = "NOBODY")
    void nobodyHasASwitch() {
        open("instances?view=wall");

        assertThat(find(WallSwitch.class).all()).isEmpty();
        assertThat(find(ScreenWall.class).all()).isEmpty();
    }

    private List<Anchor> tiles() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("thumbnail"))
                .toList();
    }

    /** The address of a machine's picture; empty when it has none. */
    private String picture(String machine) {
        return tiles().stream()
                .filter(tile -> tile.getHref().contains("." + machine + "?"))
                .flatMap(tile -> tile.getChildren())
                .flatMap(part -> part.getElement().getChildren())
                .filter(element -> element.getTag().equals("img"))
                .map(image -> Objects.requireNonNullElse(image.getAttribute("src"), ""))
                .findFirst()
                .orElse("");
    }

    private void see(String ids) {
        see(find(Thumbnails.class).single(), ids);
    }

    private static void see(Thumbnails thumbnails, String ids) {
        Element element = thumbnails.getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        element, "seen", JsonMapper.shared().createObjectNode().put("event.detail", ids)));
    }
}
