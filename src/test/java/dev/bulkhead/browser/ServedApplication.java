package dev.bulkhead.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.Bulkhead;
import dev.bulkhead.testing.FreePort;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.SmtpSink;
import dev.bulkhead.testing.TestDirectory;
import dev.bulkhead.testing.TestEngines;
import dev.bulkhead.testing.TestProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as a user has it, on the private engines of the tests; started once for all classes of the JVM. */
final class ServedApplication {

    static final String USER = "ada";
    static final String PASSWORD = "correct horse battery";

    private static @Nullable ServedApplication instance;

    private final SmtpSink mail = new SmtpSink();
    private final TestProvider provider = new TestProvider(FreePort.find());
    private final ConfigurableApplicationContext context;

    private ServedApplication() {
        try {
            Path data = TestDirectory.create("bulkhead-browser");
            Path password = Files.writeString(data.resolve("password"), PASSWORD);
            Path secret = Files.writeString(data.resolve("secret"), TestProvider.SECRET);
            context = new SpringApplication(Bulkhead.class)
                    .run(
                            "--server.port=0",
                            "--bulkhead.data-dir=" + data.resolve("data"),
                            "--bulkhead.bootstrap.admin-user=" + USER,
                            "--bulkhead.bootstrap.admin-password-file=" + password,
                            "--bulkhead.access.oidc.issuer=" + provider.issuer(),
                            "--bulkhead.access.oidc.client-id=" + TestProvider.CLIENT,
                            "--bulkhead.access.oidc.client-secret-file=" + secret,
                            "--bulkhead.access.oidc.name=Example SSO",
                            "--bulkhead.discover-local=false",
                            "--bulkhead.metrics.tick=2s",
                            "--bulkhead.alert.mail.host=127.0.0.1",
                            "--bulkhead.alert.mail.port=" + mail.port(),
                            "--bulkhead.alert.mail.security=none",
                            "--bulkhead.alert.mail.from=bulkhead@example.org",
                            "--bulkhead.hosts[0].id=atlas",
                            "--bulkhead.hosts[0].engines[0].kind=libvirt",
                            "--bulkhead.hosts[0].engines[0].uri="
                                    + TestEngines.libvirt().uri(),
                            "--bulkhead.hosts[0].engines[1].kind=docker",
                            "--bulkhead.hosts[0].engines[1].uri="
                                    + TestEngines.docker().uri(),
                            "--bulkhead.hosts[0].engines[2].kind=lxd",
                            "--bulkhead.hosts[0].engines[2].uri=unix://"
                                    + TestEngines.lxd().socket());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized ServedApplication instance() {
        if (instance == null) {
            instance = new ServedApplication();
        }
        return instance;
    }

    /** The address of its first page; starts it if it does not run yet. */
    static String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** A program that may use the API. */
    static HttpCaller caller() {
        return caller(USER, PASSWORD);
    }

    static HttpCaller caller(String name, String password) {
        return new HttpCaller(port()).basic(name, password);
    }

    static ConfigurableApplicationContext context() {
        return instance().context;
    }

    /** Where people may sign in, too. */
    static TestProvider provider() {
        return instance().provider;
    }

    /** Where its mail goes. */
    static SmtpSink mail() {
        return instance().mail;
    }

    private static int port() {
        return instance().context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** As after half an hour in which no page of that session has asked for anything. */
    static void endSession(String id) {
        TomcatWebServer server =
                (TomcatWebServer) ((ServletWebServerApplicationContext) instance().context).getWebServer();
        for (Container application : server.getTomcat().getHost().findChildren()) {
            try {
                Session session = ((Context) application).getManager().findSession(id);
                assertThat(session).as("the session").isNotNull();
                session.expire();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
