package dev.bulkhead.console.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A console that is text: a serial line, a shell, a log. */
@Tag("bulkhead-terminal")
@JsModule("./console/bulkhead-terminal.ts")
public final class Terminal extends ConsoleElement implements Handover {

    private static final List<String> WORDS = List.of(
            "exit", "missed", "unsent", "find", "find-next", "find-previous", "find-close", "find-count", "find-none");

    private Terminal(boolean logs) {
        super(WORDS);
        getElement().setProperty("logs", logs);
    }

    /** One to type into. */
    public static Terminal interactive() {
        return new Terminal(false);
    }

    /** One to read: lines end with a line feed alone, and nothing can be typed. */
    public static Terminal log() {
        return new Terminal(true);
    }

    /** Told whenever somebody comes, goes, asks for control or gets it. */
    public void onPresence(Consumer<Presence> presence) {
        listen("presence", Presence.class, presence);
    }

    /** Told at the connection's beginning what was opened. */
    public void onOpened(Consumer<Opened> opened) {
        listen("hello", Opened.class, opened);
    }

    /** Told when the guest's process or line has ended; the element shows it by itself. */
    public void onExit(Consumer<Exit> exit) {
        listen("exit", Exit.class, exit);
    }

    @Override
    public void askForControl() {
        getElement().callJsFunction("askControl");
    }

    @Override
    public void giveControl(String viewer) {
        getElement().callJsFunction("giveControl", viewer);
    }

    @Override
    public void takeControl() {
        getElement().callJsFunction("takeControl");
    }

    /** @param name as {@code INT} or {@code TERM} */
    public void signal(String name) {
        getElement().callJsFunction("signal", name);
    }

    /** Stops what comes, at its source, until {@link #resume()}. */
    public void pause() {
        getElement().callJsFunction("pause");
    }

    public void resume() {
        getElement().callJsFunction("resume");
    }

    public void find() {
        getElement().callJsFunction("find");
    }

    /** Forgets all lines but the last, in this page only. */
    public void clear() {
        getElement().callJsFunction("clear");
    }

    public void setFontSize(int pixels) {
        getElement().setProperty("fontSize", pixels);
    }

    /** Whether long lines of a log go on in the next row; else the page scrolls sideways. */
    public void setWrap(boolean wrap) {
        getElement().setProperty("wrap", wrap);
    }

    public void setCopyOnSelect(boolean copy) {
        getElement().setProperty("copyOnSelect", copy);
    }

    /** Whether a screen reader is told what is printed; it costs speed. */
    public void setScreenReader(boolean on) {
        getElement().setProperty("screenReader", on);
    }

    /**
     * What was opened.
     *
     * @param console the room
     * @param viewer this page's id in it
     * @param kind in lower case, as {@code serial}
     * @param mode {@code control} or {@code view}
     * @param label as {@code /bin/bash}; "" where there is nothing to tell
     */
    public record Opened(String console, String viewer, String kind, String mode, String label) {}

    /**
     * The end.
     *
     * @param code of the process; null where there is none
     * @param reason in words
     */
    public record Exit(@Nullable Integer code, String reason) {}
}
