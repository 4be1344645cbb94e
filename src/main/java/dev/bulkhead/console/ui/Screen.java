package dev.bulkhead.console.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A virtual machine's screen. What its clipboard holds and what is typed into it stays between the browser and the guest. */
@Tag("bulkhead-screen")
@JsModule("./console/bulkhead-screen.ts")
public final class Screen extends ConsoleElement {

    private static final int LAST_FUNCTION_KEY = 12;
    private static final int BEST_QUALITY = 9;

    public Screen() {
        super(List.of("password"));
    }

    /** Told the name that the guest's side gives itself: text, and not to be trusted. */
    public void onDesktopName(Consumer<String> name) {
        listen("desktop-name", String.class, name);
    }

    public void setScaling(Scaling scaling) {
        getElement().setProperty("scaling", scaling.name().toLowerCase(Locale.ROOT));
    }

    /** Whether keys and pointer are kept from it. Only for comfort: who may only watch is held to it by the server. */
    public void setViewOnly(boolean viewOnly) {
        getElement().setProperty("viewOnly", viewOnly);
    }

    /** @param quality from 0, for the slowest line, to 9 */
    public void setQuality(int quality) {
        getElement().setProperty("quality", Math.clamp(quality, 0, BEST_QUALITY));
    }

    /** Whether what the guest copies goes to the reader's clipboard by itself. */
    public void setShareClipboard(boolean share) {
        getElement().setProperty("shareClipboard", share);
    }

    /** Puts what the guest copied last into the reader's clipboard. */
    public void copyFromGuest() {
        getElement().callJsFunction("copyFromGuest");
    }

    /** Gives the guest what the reader's clipboard holds, if the browser lets us read it. */
    public void pasteToGuest() {
        getElement().callJsFunction("pasteToGuest");
    }

    public void sendCtrlAltDel() {
        getElement().callJsFunction("sendCtrlAltDel");
    }

    /** @param number of the function key, from 1 to 12 */
    public void ctrlAltF(int number) {
        getElement().callJsFunction("ctrlAltF", Math.clamp(number, 1, LAST_FUNCTION_KEY));
    }

    public void printScreen() {
        getElement().callJsFunction("printScreen");
    }

    /** Presses the key and keeps it down, or lets go of it. A new connection begins with all of them up. */
    public void hold(Modifier modifier, boolean down) {
        getElement().callJsFunction("hold", modifier.key(), down);
    }

    public void tap(Modifier modifier) {
        getElement().callJsFunction("tap", modifier.key());
    }

    /** Saves what it shows as a PNG file in the reader's downloads. @param name of the file, without its ending */
    public void saveScreenshot(String name) {
        getElement().callJsFunction("saveScreenshot", name);
    }

    /** How a screen is laid into the page. */
    public enum Scaling {
        /** As large as there is room. */
        FIT,
        /** One dot for one dot. */
        ORIGINAL,
        /** The guest is asked to take the size that there is. */
        GUEST
    }

    /** Keys that can be held. */
    public enum Modifier {
        CONTROL,
        ALT,
        SHIFT,
        SUPER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
