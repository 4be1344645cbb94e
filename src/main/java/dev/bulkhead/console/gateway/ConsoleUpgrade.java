package dev.bulkhead.console.gateway;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.SameOrigin;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.Tickets;
import dev.bulkhead.console.Tickets.Grant;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Decides, before the upgrade, whether a request may become a console: by its origin, its ticket and whose ticket that is. */
@Component
class ConsoleUpgrade implements HttpRequestHandler {

    private static final String PROTOCOL = "Sec-WebSocket-Protocol";
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private final Tickets tickets;
    private final ConsoleRooms rooms;
    private final AccessService access;
    private final AuditTrail audit;

    ConsoleUpgrade(Tickets tickets, ConsoleRooms rooms, AccessService access, AuditTrail audit) {
        this.tickets = tickets;
        this.rooms = rooms;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Credential credential = access.credential(request);
        if (!isOurPage(request, credential)) {
            refuse(request, credential, "foreign origin");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "This address speaks WebSocket only");
            return;
        }
        Optional<Grant> grant = tickets.redeem(ticket(request), credential);
        if (grant.isEmpty()) {
            refuse(request, credential, "unknown, used, expired or foreign ticket");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        upgrade(request, response, grant.get());
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, Grant grant)
            throws ServletException, IOException {
        if (!offers(request, grant.protocol())) {
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST, "This console speaks the subprotocol " + grant.protocol());
            return;
        }
        ConsoleEndpoint endpoint = new ConsoleEndpoint(rooms, audit, grant, request.getRemoteAddr());
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(ConsoleEndpoint.class, "/console")
                .subprotocols(List.of(grant.protocol()))
                .configurator(new One(endpoint))
                .build();
        ServerContainer container =
                (ServerContainer) request.getServletContext().getAttribute(CONTAINER);
        try {
            container.upgradeHttpToWebSocket(new WithoutSession(request), response, config, Map.of());
        } catch (DeploymentException impossible) {
            throw new ServletException(impossible);
        }
    }

    /** A browser adds its cookie whoever asks, so the asking page must show that it is ours; a password speaks for itself. */
    private static boolean isOurPage(HttpServletRequest request, Credential credential) {
        boolean told = request.getHeader(HttpHeaders.ORIGIN) != null;
        return told ? SameOrigin.isSameOrigin(request) : !credential.isSession();
    }

    private static String ticket(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean offers(HttpServletRequest request, String protocol) {
        return Collections.list(request.getHeaders(PROTOCOL)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offered -> offered.strip().equals(protocol));
    }

    private void refuse(HttpServletRequest request, Credential credential, String why) {
        audit.tell(AuditEntry.now(
                credential.origin().from(request.getRemoteAddr()),
                "console.connect",
                AuditTarget.NONE,
                AuditOutcome.REFUSED,
                why));
    }

    /** Hands out the endpoint that was made for this request. */
    private static final class One extends ServerEndpointConfig.Configurator {

        private final ConsoleEndpoint endpoint;

        One(ConsoleEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }
    }

    /** The request without its session: else the container ends the WebSocket with the session, in words of its own before ours. */
    private static final class WithoutSession extends HttpServletRequestWrapper {

        WithoutSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return null;
        }
    }
}
