package dev.bulkhead;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import dev.bulkhead.operation.audit.VerifyCommand;
import dev.bulkhead.shell.StartFaults;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server, and says what every page of it loads. */
@SpringBootApplication
@EnableScheduling
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("themes/bulkhead/styles.css")
public class Bulkhead implements AppShellConfigurator {

    static void main(String[] args) {
        if (VerifyCommand.isMeant(args)) {
            System.exit(VerifyCommand.run(System.out, args));
        }
        try {
            SpringApplication.run(Bulkhead.class, args);
        } catch (RuntimeException failure) {
            // Spring Boot has told why by now; threads that were begun must not keep a half-started server alive.
            System.exit(StartFaults.exitCode(failure));
        }
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("themes/bulkhead/favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }
}
