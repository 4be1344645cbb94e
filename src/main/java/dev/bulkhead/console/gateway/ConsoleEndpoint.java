package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.Tickets.Grant;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;

/** One WebSocket: hands what comes to its relay, piece by piece, so that no message is too large and none is held whole. */
final class ConsoleEndpoint extends Endpoint {

    private static final int BUFFER = 8 * 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final CloseReason TOO_LONG = new CloseReason(1009, "A control message has 4096 characters at most");

    private final ConsoleRooms rooms;
    private final AuditTrail audit;
    private final Grant grant;
    private final String address;
    private final StringBuilder text = new StringBuilder();
    private Relay relay;

    @SuppressWarnings("NullAway.Init") // The relay comes with the session, before any message does.
    ConsoleEndpoint(ConsoleRooms rooms, AuditTrail audit, Grant grant, String address) {
        this.rooms = rooms;
        this.audit = audit;
        this.grant = grant;
        this.address = address;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxBinaryMessageBufferSize(BUFFER);
        session.setMaxTextMessageBufferSize(BUFFER);
        Channel channel = new Channel(session);
        relay = grant.options().request().kind().isTerminal()
                ? new TerminalRelay(channel, rooms, grant)
                : new ScreenRelay(channel, rooms, grant);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) (part, last) -> {
            channel.heard();
            relay.binary(part);
        });
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) (part, last) -> {
            channel.heard();
            text(part, last);
        });
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> channel.heard());
        Thread.ofVirtual().name("console-relay-" + grant.viewer()).start(this::run);
    }

    private void run() {
        long began = System.nanoTime();
        CloseReason reason = relay.run();
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        audit.tell(AuditEntry.now(
                grant.credential().origin().from(address),
                "console.end",
                new AuditTarget(grant.instance().toString(), grant.instanceName()),
                AuditOutcome.ENDED,
                "%s, %d s, %d bytes out, %d bytes in: %s"
                        .formatted(
                                grant.options().request().kind(),
                                seconds,
                                relay.sent(),
                                relay.received(),
                                reason.text())));
    }

    private void text(String part, boolean last) {
        if (text.length() + part.length() > LONGEST_TEXT) {
            relay.close(TOO_LONG);
            return;
        }
        text.append(part);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            relay.text(whole);
        }
    }

    @Override
    public void onClose(Session session, jakarta.websocket.CloseReason reason) {
        relay.close(CloseReason.LEFT);
    }

    @Override
    public void onError(Session session, Throwable failure) {
        relay.close(CloseReason.LEFT);
    }
}
