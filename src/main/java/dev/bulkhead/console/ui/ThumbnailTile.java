package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.console.Thumbnail;

/** One screen, small, that leads to its console. The picture goes to the browser as it is and is scaled there. */
final class ThumbnailTile extends Anchor {

    private final InstanceId id;
    private final Element picture = new Element("img");
    private final Span name = new Span();
    private final Span state = new Span();
    private String version = "";

    ThumbnailTile(InstanceId id) {
        this.id = id;
        addClassName("thumbnail");
        getElement().setAttribute("router-link", true);
        getElement().setAttribute("data-id", id.toString());
        Div screen = new Div(Icon.VIRTUAL_MACHINE.create());
        screen.addClassName("glass");
        screen.getElement().appendChild(picture);
        name.addClassName("name");
        Div caption = new Div(name, state);
        caption.addClassName("caption");
        add(screen, caption);
    }

    void show(Thumbnails.Shown shown) {
        setHref(shown.path());
        name.setText(shown.name());
        name.setTitle(shown.name());
        state.setText(shown.state());
        state.setClassName("state " + shown.tone());
        String words = text("thumbnail.of", shown.name());
        picture.setAttribute("alt", words);
        setTitle(text("thumbnail.open"));
    }

    void show(Thumbnail thumbnail) {
        if (!thumbnail.version().equals(version)) {
            version = thumbnail.version();
            picture.setAttribute("src", "thumbnails/" + id + "?v=" + version);
        }
    }
}
