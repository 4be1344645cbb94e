package dev.bulkhead.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.History;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/**
 * Keeps the browser's address true for a page that stays open: what the reader chooses on it can be bookmarked and shared, and Back
 * leads to the choice before. Coming back by Back or by a bookmark is a navigation as any other.
 */
public final class AddressBar {

    private AddressBar() {}

    /** A step of its own, which Back undoes. */
    public static void push(String path, QueryParameters parameters) {
        history().pushState(null, new Location(path, parameters));
    }

    /** Goes on with the step under way, such as one more letter of a search. */
    public static void replace(String path, QueryParameters parameters) {
        history().replaceState(null, new Location(path, parameters));
    }

    private static History history() {
        return UI.getCurrent().getPage().getHistory();
    }
}
