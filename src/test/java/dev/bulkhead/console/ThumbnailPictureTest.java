package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a picture gets to a browser, and to whom it does not. */
class ThumbnailPictureTest extends ServerTest {

    @Autowired
    private ThumbnailCamera camera;

    @Autowired
    private InstanceDirectory instances;

    private InstanceId id;
    private ThumbnailWatch watch;
    private HttpCaller browser;

    @BeforeEach
    void look() {
        String local = backend.add("pictured", InstanceState.RUNNING);
        backend.screens().show(local, "image/png", "picture".getBytes(StandardCharsets.UTF_8));
        id = new InstanceId(ENGINE, local);
        await().until(() -> instances.find(id).isPresent());
        watch = camera.watch(() -> {});
        watch.see(Set.of(id));
        await().until(() -> camera.find(id).isPresent());
        browser = anyone();
        browser.signIn(USER, PASSWORD);
    }

    @AfterEach
    void leave() {
        watch.close();
        backend.remove(id.local());
    }

    @Test
    void aPictureIsKeptUnderTheAddressThatNamesIt() {
        String version = camera.find(id).orElseThrow().version();

        HttpResponse<String> named = browser.get("/thumbnails/" + id + "?v=" + version);

        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body()).isEqualTo("picture");
        assertThat(header(named, "content-type")).isEqualTo("image/png");
        assertThat(header(named, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(named, "cache-control")).contains("private", "immutable");
        assertThat(header(named, "etag")).isEqualTo('"' + version + '"');
        assertThat(header(browser.get("/thumbnails/" + id + "?v=old"), "cache-control"))
                .isEqualTo("no-store");
    }

    @Test
    void aStrangerGetsNone() {
        HttpResponse<String> answer = anyone().get("/thumbnails/" + id);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.headers().firstValue("www-authenticate")).isEmpty();
    }

    @Test
    void whatNobodySeesIsNotThere() {
        assertThat(browser.get("/thumbnails/" + ENGINE + ".unknown").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/thumbnails/%3Cb%3E").statusCode()).isEqualTo(404);

        watch.see(Set.of());

        assertThat(browser.get("/thumbnails/" + id).statusCode()).isEqualTo(404);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
