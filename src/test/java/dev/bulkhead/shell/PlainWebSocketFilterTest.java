package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainWebSocketFilterTest {

    @Test
    void theOfferToCompressDoesNotReachTheServerAndEverythingElseDoes() throws ServletException, IOException {
        MockHttpServletRequest handshake = new MockHttpServletRequest("GET", "/VAADIN/push");
        handshake.addHeader("Upgrade", "websocket");
        handshake.addHeader("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");
        MockFilterChain chain = new MockFilterChain();

        new PlainWebSocketFilter().doFilter(handshake, new MockHttpServletResponse(), chain);

        HttpServletRequest passed = (HttpServletRequest) chain.getRequest();
        assertThat(Collections.list(passed.getHeaders("sec-websocket-extensions")))
                .isEmpty();
        assertThat(Collections.list(passed.getHeaders("Upgrade"))).containsExactly("websocket");
    }
}
