package dev.bulkhead.api;

import dev.bulkhead.console.ConsoleTicket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The right to open a console once. */
@Schema(name = "ConsoleTicket")
record TicketBody(
        String ticket,

        @Schema(description = "Of the WebSocket, on this server")
        String path,

        @Schema(description = "The WebSocket's subprotocol") String protocol,

        @Schema(description = "Names the one who will watch, among the console's viewers")
        UUID viewer) {

    static TicketBody of(ConsoleTicket ticket) {
        return new TicketBody(ticket.ticket(), ticket.path(), ticket.protocol(), ticket.viewer());
    }
}
