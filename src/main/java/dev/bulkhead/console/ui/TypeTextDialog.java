package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types a text into a screen. The text may be a password, so it is the browser's alone: nothing of it comes here. */
final class TypeTextDialog extends Dialog {

    TypeTextDialog(Screen screen) {
        setHeaderTitle(text("console.type-text.heading"));
        setWidth("460px");
        // The guest is to be seen while it is typed into.
        setModality(ModalityMode.MODELESS);
        setDraggable(true);
        add(new TypeText(screen));
        getFooter().add(new Button(text("close"), click -> close()));
    }

    @Tag("bulkhead-type-text")
    @JsModule("./console/bulkhead-type-text.ts")
    private static final class TypeText extends Component {

        private static final List<String> WORDS = List.of(
                "text",
                "secret",
                "layout",
                "speed",
                "speed-slow",
                "speed-usual",
                "speed-fast",
                "missing",
                "missing-count",
                "type",
                "stop",
                "typed",
                "stopped");

        TypeText(Screen screen) {
            getElement()
                    .setPropertyMap(
                            "words",
                            WORDS.stream()
                                    .collect(Collectors.toMap(
                                            Function.identity(), key -> text("console.type-text." + key, "{0}"))));
            addAttachListener(attached -> getElement().executeJs("this.screen = $0", screen.getElement()));
        }
    }
}
