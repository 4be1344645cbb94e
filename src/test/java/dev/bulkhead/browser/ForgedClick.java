package dev.bulkhead.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a page tells the server of a click, told by somebody who takes the page's messages apart. */
final class ForgedClick {

    /** From now on every message has that click on each of so many nodes, more than a page has. */
    private static final String ADDS_CLICKS = """
            text => {
              const click = JSON.parse(text);
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (body) {
                if (typeof body === 'string' && body.includes('"rpc"')) {
                  const message = JSON.parse(body);
                  for (let node = 1; node < 800; node++) {
                    message.rpc.push({...click, node});
                  }
                  body = JSON.stringify(message);
                }
                return send.call(this, body);
              };
            }""";

    private final ObjectNode click;

    private ForgedClick(ObjectNode click) {
        this.click = click;
    }

    /** Keeps what the page says of the first click that {@code pressing} makes. */
    static ForgedClick of(Page page, Runnable pressing) {
        List<ObjectNode> asked = new ArrayList<>();
        page.onRequest(request -> messages(request).forEach(asked::add));
        pressing.run();
        return new ForgedClick(asked.stream()
                .filter(message -> message.path("event").asString().equals("click"))
                .findFirst()
                .orElseThrow());
    }

    private static Stream<ObjectNode> messages(Request request) {
        return request.url().contains("v-r=uidl") && request.postData() != null
                ? new JsonMapper()
                        .readTree(request.postData())
                        .path("rpc")
                        .valueStream()
                        .map(ObjectNode.class::cast)
                : Stream.of();
    }

    /** Clicks on whatever there is, shown or not, of a page that has tabs; on signing out, too. */
    void everywhere(Page page) {
        page.evaluate(ADDS_CLICKS, click.toString());
        page.waitForResponse(
                answer -> answer.url().contains("v-r=uidl"),
                () -> page.locator("vaadin-tab").nth(3).click());
        // One of the clicks was on signing out, and to close a page that is about to leave may take Playwright for
        // ever.
        page.waitForURL(Pattern.compile("/login"));
    }
}
