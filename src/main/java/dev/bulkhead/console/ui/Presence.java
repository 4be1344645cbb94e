package dev.bulkhead.console.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who watches a terminal.
 *
 * @param viewers all of them
 * @param holder the id of the one who has control; null when nobody has
 * @param me the id of the one at this page
 */
public record Presence(List<Viewer> viewers, @Nullable String holder, String me) {

    public Presence {
        viewers = List.copyOf(viewers);
    }

    public boolean hasControl(Viewer viewer) {
        return viewer.id().equals(holder);
    }

    public Optional<Viewer> self() {
        return viewers.stream().filter(viewer -> viewer.id().equals(me)).findFirst();
    }

    /**
     * One of them.
     *
     * @param id of no meaning beyond this console
     * @param name the user's
     * @param mode {@code control} for who may type when it is their turn, else {@code view}
     * @param since in ISO 8601
     * @param asks whether they ask for control
     */
    public record Viewer(String id, String name, String mode, String since, boolean asks) {

        public boolean mayControl() {
            return "control".equals(mode);
        }
    }
}
