package dev.bulkhead;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, and says what every page of it loads. */
@SpringBootApplication
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("themes/bulkhead/styles.css")
public class Bulkhead implements AppShellConfigurator {

    static void main(String[] args) {
        SpringApplication.run(Bulkhead.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("themes/bulkhead/favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }
}
