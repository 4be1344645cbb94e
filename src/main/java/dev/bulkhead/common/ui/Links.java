package dev.bulkhead.common.ui;

import com.vaadin.flow.component.html.Anchor;

/** Links to pages of ours by their address, followed without loading the page anew. */
public final class Links {

    private Links() {}

    /** @param path relative to the base, made of ids and of our own words only */
    public static Anchor to(String path, String words) {
        Anchor link = new Anchor(path, words);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
