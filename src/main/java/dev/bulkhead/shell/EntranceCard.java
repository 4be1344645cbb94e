package dev.bulkhead.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** What stands before the frame: one quiet card with the product's mark. */
@StyleSheet("themes/bulkhead/entrance.css")
class EntranceCard extends Main {

    EntranceCard(String heading, String explanation, Component... content) {
        addClassName("entrance");
        Div card = new Div(new Image("themes/bulkhead/favicon.svg", ""), new H1(heading));
        card.addClassName("entrance-card");
        if (!explanation.isEmpty()) {
            card.add(new Paragraph(explanation));
        }
        card.add(content);
        add(card);
    }
}
