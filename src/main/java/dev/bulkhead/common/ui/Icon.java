package dev.bulkhead.common.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons of {@code themes/bulkhead/icons.svg}: one constant per symbol, named alike. */
public enum Icon {
    OVERVIEW,
    INSTANCES,
    TASKS,
    HOSTS,
    VIRTUAL_MACHINE,
    SYSTEM_CONTAINER,
    APPLICATION_CONTAINER,
    THEME,
    SEARCH,
    WARNING,
    DONE,
    INFO,
    MORE,
    CLOSE,
    DOWN,
    COLUMNS,
    START,
    SHUTDOWN,
    POWER_OFF,
    RESTART,
    RESET,
    PAUSE,
    RESUME,
    DELETE,
    COPY,
    DISK,
    USER,
    FULL_SCREEN,
    CONSOLE,
    WALL,
    AUDIT,
    ACCESS,
    CAPACITY,
    BELL,
    USAGE,
    IMAGE,
    NETWORK;

    /** Where the symbols are, relative to the page's base address. */
    public static final String SPRITE = "themes/bulkhead/icons.svg";

    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new one, for the eye only: the text beside it, or the label of its button, says the same. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(SPRITE, symbol());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
