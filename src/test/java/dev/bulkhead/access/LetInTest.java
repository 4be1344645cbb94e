package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way back for who lost all that they sign in with. */
class LetInTest extends ServerTest {

    @Autowired
    private LetIn door;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "lost-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aNewPasswordIsEnoughAndTheOldOneWorthNothing() {
        String id = administrator()
                .postJson("/api/v1/users", "{\"name\":\"" + name + "\",\"password\":\"four quiet blue lamps\"}")
                .body()
                .replaceFirst("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        jdbc.sql("insert into totp (user_id, secret, last_step, created_at) values (?, 'sealed', 0, current_timestamp)")
                .param(UUID.fromString(id))
                .update();
        assertThat(location(anyone().signIn(name, "four quiet blue lamps"))).isEqualTo("/login/code");

        String password = door.letIn(name).orElseThrow();

        assertThat(location(anyone().signIn(name, "four quiet blue lamps"))).isEqualTo("/login?error");
        HttpCaller back = anyone();
        assertThat(location(back.signIn(name, password))).isEqualTo("/");
        assertThat(administrator().get("/api/v1/audit").body()).contains("user.let-in");
    }

    @Test
    void whoIsNotHereIsNotLetIn() {
        assertThat(door.letIn("nobody-of-that-name")).isEmpty();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^https?://[^/]+", "");
    }
}
