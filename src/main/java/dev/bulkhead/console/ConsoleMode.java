package dev.bulkhead.console;

/** What a viewer wants to do, or may. */
public enum ConsoleMode {
    /** Type, as soon as nobody else does. */
    CONTROL,
    /** Watch only, whatever the viewer's right. */
    VIEW
}
