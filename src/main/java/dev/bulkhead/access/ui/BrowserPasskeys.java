package dev.bulkhead.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.bulkhead.access.passkey.Ceremony;
import java.util.function.BiConsumer;

/** Has the reader's browser make and use passkeys; to be on the page, where nothing is seen of it. */
@Tag("bulkhead-passkeys")
@JsModule("./passkeys.ts")
public final class BrowserPasskeys extends Component {

    private static final String FAULT = "{\"fault\":";

    /** Has one made. @param answered told the browser's answer, on the page's thread */
    void make(Ceremony ceremony, BiConsumer<Ceremony, String> answered, Runnable failed) {
        ask("make", ceremony, answered, failed);
    }

    /**
     * Has one used.
     *
     * @param answered told the browser's answer, on the page's thread
     * @param failed told when the reader thought otherwise, or there is none
     */
    public void use(Ceremony ceremony, BiConsumer<Ceremony, String> answered, Runnable failed) {
        ask("use", ceremony, answered, failed);
    }

    private void ask(String what, Ceremony ceremony, BiConsumer<Ceremony, String> answered, Runnable failed) {
        getElement().callJsFunction(what, ceremony.options()).then(String.class, answer -> {
            if (answer.startsWith(FAULT)) {
                failed.run();
            } else {
                answered.accept(ceremony, answer);
            }
        });
    }
}
