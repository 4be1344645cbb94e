package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import dev.bulkhead.common.ui.PaletteSource;
import dev.bulkhead.common.ui.PaletteSource.Find;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Ctrl+K: any instance, any page, any action that is allowed now. Type, choose with the arrows, Enter. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CommandPalette extends Dialog {

    private static final int LONGEST_LIST = 12;

    private final List<NavigationEntry> pages;
    private final List<PaletteSource> sources;
    private final TextField typed = new TextField();
    private final ListBox<Find> results = new ListBox<>();
    private List<Find> finds = List.of();

    CommandPalette(List<NavigationEntry> pages, List<PaletteSource> sources) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::position))
                .toList();
        this.sources = sources;
        getElement().setAttribute("aria-label", text("palette.open"));
        typed.setPlaceholder(text("palette.prompt"));
        typed.setAriaLabel(text("palette.prompt"));
        typed.setPrefixComponent(Icon.SEARCH.create());
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.setAutofocus(true);
        typed.addValueChangeListener(change -> search());
        results.addClassName("palette-results");
        results.getElement().setAttribute("aria-label", text("palette.results"));
        results.setRenderer(new ComponentRenderer<>(CommandPalette::line));
        results.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choose(change.getValue());
            }
        });
        Shortcuts.addShortcutListener(typed, this::chooseFirst, Key.ENTER).listenOn(typed);
        Shortcuts.addShortcutListener(typed, this::enterList, Key.ARROW_DOWN).listenOn(typed);
        setTop("12vh");
        Div content = new Div(typed, results);
        content.addClassName("palette");
        add(content);
    }

    @Override
    public void open() {
        typed.clear();
        search();
        super.open();
        typed.focus();
    }

    private void search() {
        String words = typed.getValue().strip();
        List<Find> found = new ArrayList<>(pages(words));
        for (PaletteSource source : sources) {
            found.addAll(source.find(words, LONGEST_LIST - Math.min(found.size(), LONGEST_LIST - 4)));
        }
        finds = found.stream().limit(LONGEST_LIST).toList();
        results.setItems(finds);
        results.setVisible(!finds.isEmpty());
    }

    private List<Find> pages(String words) {
        return pages.stream()
                .filter(NavigationEntry::isAllowed)
                .filter(page -> page.label().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .map(page -> new Find(
                        page.icon(),
                        page.label(),
                        text("palette.page"),
                        () -> UI.getCurrent().navigate(page.view())))
                .toList();
    }

    private void chooseFirst() {
        if (!finds.isEmpty()) {
            choose(finds.getFirst());
        }
    }

    private void enterList() {
        results.getElement().executeJs("this.focus()");
    }

    private void choose(Find find) {
        close();
        find.choose().execute();
    }

    private static Component line(Find find) {
        Span name = new Span(cut(find.name(), 80));
        name.addClassName("name");
        Span hint = new Span(cut(find.hint(), 60));
        hint.addClassName("hint");
        Div line = new Div(find.icon().create(), name, hint);
        line.addClassName("palette-line");
        return line;
    }
}
