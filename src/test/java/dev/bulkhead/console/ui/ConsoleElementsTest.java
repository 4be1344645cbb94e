package dev.bulkhead.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.bulkhead.console.ui.ConsoleElement.TicketWanted;
import dev.bulkhead.console.ui.Presence.Viewer;
import dev.bulkhead.testing.fake.PageTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConsoleElementsTest extends PageTest {

    private static final Viewer ADA = new Viewer("v1", "ada", "control", "2026-01-31T12:00:00Z", false);
    private static final Viewer BOB = new Viewer("v2", "<b>bob", "control", "2026-01-31T12:01:00Z", false);
    private static final Viewer BOB_ASKS = new Viewer("v2", "<b>bob", "control", "2026-01-31T12:01:00Z", true);
    private static final Viewer EVE = new Viewer("v3", "eve", "view", "2026-01-31T12:02:00Z", false);

    private final JsonMapper json = new JsonMapper();
    private final List<String> handed = new ArrayList<>();
    private Screen screen;
    private ScreenBar bar;

    @BeforeEach
    void showBar() {
        screen = new Screen();
        bar = new ScreenBar(screen, recorder(), "web-01", "");
        UI.getCurrent().add(bar, screen);
    }

    private Handover recorder() {
        return new Handover() {
            @Override
            public void askForControl() {
                handed.add("ask");
            }

            @Override
            public void giveControl(String viewer) {
                handed.add("give " + viewer);
            }

            @Override
            public void takeControl() {
                handed.add("take");
            }
        };
    }

    private List<String> words() {
        return find(PresenceLine.class)
                .single()
                .getChildren()
                .flatMap(viewer -> viewer.getChildren())
                .filter(Span.class::isInstance)
                .map(span -> ((Span) span).getText())
                .toList();
    }

    private List<Button> buttons() {
        return find(Button.class, find(PresenceLine.class).single()).all();
    }

    /** As the browser tells it. */
    private void tell(ConsoleElement element, String event, JsonNode detail) {
        ObjectNode data = json.createObjectNode();
        data.set("event.detail", detail);
        element.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element.getElement(), event, data));
    }

    @Test
    void whoIsAloneInControlReadsNothingOfIt() {
        bar.show(new Presence(List.of(ADA), "v1", "v1"));

        assertThat(words()).isEmpty();
        assertThat(buttons()).isEmpty();
    }

    @Test
    void othersAreShownByNameAndTheirNamesAreText() {
        bar.show(new Presence(List.of(ADA, BOB), "v1", "v1"));

        assertThat(words()).containsExactly("AD", "ada", "in control", "<B", "<b>bob", "watching");
    }

    @Test
    void theHolderHandsOverToWhoAsks() {
        bar.show(new Presence(List.of(ADA, BOB_ASKS, EVE), "v1", "v1"));

        assertThat(words()).contains("asks for control");
        test(buttons().getFirst()).click();

        assertThat(buttons()).hasSize(1);
        assertThat(handed).containsExactly("give v2");
    }

    @Test
    void aWatcherAsksOnce() {
        bar.show(new Presence(List.of(ADA, BOB), "v1", "v2"));
        test(buttons().getFirst()).click();
        bar.show(new Presence(List.of(ADA, BOB_ASKS), "v1", "v2"));

        assertThat(handed).containsExactly("ask");
        assertThat(buttons().getFirst().isEnabled()).isFalse();
    }

    @Test
    void controlThatNobodyHasIsTaken() {
        bar.show(new Presence(List.of(BOB), null, "v2"));
        test(buttons().getFirst()).click();

        assertThat(handed).containsExactly("take");
    }

    @Test
    void whoMayOnlyWatchIsOfferedNothing() {
        bar.show(new Presence(List.of(ADA, EVE), "v1", "v3"));

        assertThat(buttons()).isEmpty();
    }

    private List<String> actions(ConsoleBar of) {
        return find(MenuBar.class, of).single().getItems().stream()
                .filter(MenuItem::isVisible)
                .map(ConsoleElementsTest::words)
                .toList();
    }

    private static String words(MenuItem item) {
        return item.getAriaLabel().orElseGet(item::getText);
    }

    private void press(ConsoleBar of, String action) {
        MenuItem pressed = find(MenuBar.class, of).single().getItems().stream()
                .filter(item -> words(item).equals(action))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(pressed, new ClickEvent<>(pressed));
    }

    @Test
    void aLogIsPausedAndGoesOn() {
        Terminal log = Terminal.log();
        TerminalBar logBar = TerminalBar.log(log, "");
        UI.getCurrent().add(logBar, log);
        assertThat(actions(logBar)).containsExactly("Find", "Pause", "View", "Full screen");

        press(logBar, "Pause");

        assertThat(actions(logBar)).containsExactly("Find", "Go on", "View", "Full screen");
    }

    @Test
    void aShellTakesSignalsAndHasAWindowOfItsOwn() {
        TerminalBar shell = TerminalBar.interactive(Terminal.interactive(), true, "consoles/1");
        UI.getCurrent().add(shell);

        assertThat(actions(shell)).containsExactly("Find", "Signal", "View", "Own window", "Full screen");
    }

    @Test
    void aScreenThatIsOnlyWatchedOffersNothingThatTypes() {
        bar.setViewOnly(true);

        assertThat(find(MenuBar.class, bar).single().getItems())
                .filteredOn(item -> !item.isEnabled())
                .extracting(MenuItem::getText)
                .containsExactly("Keys", "Type text…", "Clipboard");
    }

    @Test
    void whatTheServersVocabularySaysIsUnderstoodHereToo() throws Exception {
        Terminal terminal = Terminal.interactive();
        List<Object> heard = new ArrayList<>();
        terminal.onPresence(heard::add);
        terminal.onOpened(heard::add);
        terminal.onExit(heard::add);

        JsonNode samples = json.readTree(
                new ClassPathResource("console/tty-v1-samples.json").getContentAsString(StandardCharsets.UTF_8));
        int told = 0;
        for (JsonNode sample : samples.get("server")) {
            String type = sample.get("type").asString();
            if (List.of("hello", "presence", "exit").contains(type)) {
                ((ObjectNode) sample).put("me", "v1");
                tell(terminal, type, sample);
                told++;
            }
        }

        assertThat(heard).hasSize(told).contains(new Terminal.Exit(null, "The machine was shut down"));
    }

    @Test
    void aTicketIsWantedFromWhereTheReaderWas() {
        List<TicketWanted> wanted = new ArrayList<>();
        screen.onTicketWanted(wanted::add);

        tell(
                screen,
                "ticket-wanted",
                json.readTree("{\"console\":\"c1\",\"position\":9007199254740991,\"columns\":80,\"rows\":24}"));

        assertThat(wanted).containsExactly(new TicketWanted("c1", 9007199254740991L, 80, 24));
    }
}
