package dev.bulkhead.common.ui;

import com.vaadin.flow.router.HasDynamicTitle;
import org.jspecify.annotations.Nullable;

/** A page that the frame can name: in its bar, and in the browser's title. */
public interface PageHeading extends HasDynamicTitle {

    /** What the page is about: the name of the thing, or of the list. Text, never markup. */
    String heading();

    /** The page that this one lies below; null for one of the navigation's own. */
    default @Nullable Parent parent() {
        return null;
    }

    @Override
    default String getPageTitle() {
        return Texts.cut(heading(), 120) + " · Bulkhead";
    }

    /**
     * @param name what the page above is called
     * @param path its address, relative to the base
     */
    record Parent(String name, String path) {}
}
