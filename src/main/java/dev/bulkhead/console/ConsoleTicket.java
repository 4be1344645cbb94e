package dev.bulkhead.console;

import java.util.UUID;

/**
 * The right to open one console once, within 30 seconds, by the one who asked.
 *
 * @param ticket a secret of 256 bits
 * @param path where the WebSocket is, the ticket included
 * @param protocol the WebSocket's subprotocol
 * @param viewer names the one who will watch, in {@link ConsoleSession#viewers()}
 */
public record ConsoleTicket(String ticket, String path, String protocol, UUID viewer) {

    /** A ticket is a secret and has no place in a log. */
    @Override
    public String toString() {
        return "ConsoleTicket[viewer=" + viewer + "]";
    }
}
