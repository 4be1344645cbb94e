package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.common.ui.PaletteSource.Find;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainLayoutTest extends PageTest {

    @Test
    void offersThePagesThatThereAre() {
        open("");

        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactly(
                        "Overview",
                        "Instances",
                        "Images",
                        "Storage",
                        "Networks",
                        "Usage",
                        "Consoles",
                        "Tasks",
                        "Hosts",
                        "Capacity",
                        "Alerts",
                        "Audit",
                        "Access");
    }

    @Test
    void saysWhereTheReaderIs() {
        open("instances/atlas-libvirt.web-01");

        assertThat(find(H1.class).single().getText()).isEqualTo("web-01");
    }

    @Test
    void thePaletteFindsInstancesPagesAndActions() {
        open("");
        find(TopBar.class).single();
        CommandPalette palette = openPalette();

        assertThat(found(palette, "web")).containsExactly("web-01");
        assertThat(found(palette, "tas")).contains("Tasks");
        assertThat(found(palette, "start student-bo")).containsExactly("Start student-bo");
        assertThat(found(palette, "start web-01")).isEmpty();
    }

    private CommandPalette openPalette() {
        test(find(Button.class).withClassName("search").single()).click();
        return find(CommandPalette.class).single();
    }

    private List<String> found(CommandPalette palette, String typed) {
        test(find(TextField.class, palette).single()).setValue(typed);
        ListBox<?> results =
                find(ListBox.class, palette).all().stream().findFirst().orElse(null);
        return results == null
                ? List.of()
                : results.getListDataView()
                        .getItems()
                        .map(find -> ((Find) find).name())
                        .toList();
    }
}
