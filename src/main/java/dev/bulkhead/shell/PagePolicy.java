package dev.bulkhead.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * The Content-Security-Policy of a page: its own scripts by a nonce that changes with each answer, so that markup which slips into a
 * page cannot run. Why {@code unsafe-eval} and inline styles remain: decision record 0003.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    /** For whatever is not a page of Vaadin's. */
    static final String WITHOUT_SCRIPTS =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String WITH_SCRIPTS = "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final int NONCE_BYTES = 18;

    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> page.getVaadinResponse().setHeader("X-Frame-Options", "DENY"));
        // The development server adds scripts of its own, later and without a nonce.
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            event.addIndexHtmlRequestListener(this::protect);
        } else {
            event.addIndexHtmlRequestListener(
                    page -> page.getVaadinResponse().setHeader("Content-Security-Policy", "frame-ancestors 'none'"));
        }
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        Document document = page.getDocument();
        document.getElementsByTag("script").attr("nonce", nonce);
        VaadinResponse response = page.getVaadinResponse();
        response.setHeader("Content-Security-Policy", WITH_SCRIPTS.formatted(nonce));
    }
}
