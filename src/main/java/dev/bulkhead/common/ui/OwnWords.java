package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;

/** The engine's own words, one click away: for the one who looks them up. */
public final class OwnWords extends Details {

    private static final int LONGEST = 4000;

    public OwnWords(String words) {
        super(text("own-words"), new Code(cut(words, LONGEST)));
        addClassName("own-words");
    }
}
