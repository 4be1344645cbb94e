package dev.bulkhead.console.ui;

/** How control of a console passes from one viewer to another. */
public interface Handover {

    /** Lets the holder know that one would like it. */
    void askForControl();

    /** Hands it over. @param viewer one of {@link Presence.Viewer#id()} */
    void giveControl(String viewer);

    /** Takes it, where nobody has it or one's right is the higher. */
    void takeControl();
}
