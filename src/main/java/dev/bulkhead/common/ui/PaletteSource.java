package dev.bulkhead.common.ui;

import com.vaadin.flow.server.Command;
import java.util.List;

/** What a feature lets the command palette find; the frame asks all beans of this type. */
public interface PaletteSource {

    /** At most {@code limit} finds for what was typed, the likeliest first; only what the signed-in user may see and do. */
    List<Find> find(String typed, int limit);

    /**
     * One line of the palette.
     *
     * @param icon what it is
     * @param name plain text
     * @param hint where it is or what kind of thing; "" for none
     * @param choose what choosing it does, on the UI thread
     */
    record Find(Icon icon, String name, String hint, Command choose) {}
}
