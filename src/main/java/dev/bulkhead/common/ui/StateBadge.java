package dev.bulkhead.common.ui;

import com.vaadin.flow.component.html.Span;

/** A state as shape, word and hue. */
public final class StateBadge extends Span {

    public StateBadge(Tone tone, String word) {
        super(word);
        addClassNames("state", tone.className());
    }
}
