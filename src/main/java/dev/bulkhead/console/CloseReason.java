package dev.bulkhead.console;

import dev.bulkhead.engine.EngineException;

/**
 * Why a console ended.
 *
 * @param code of WebSocket's closing (RFC 6455, 7.4)
 * @param text a sentence for people
 */
public record CloseReason(int code, String text) {

    /** The code of an end that was to be expected. */
    public static final int NORMAL = 1000;

    public static final CloseReason SERVER_STOPS = new CloseReason(1001, "Bulkhead is being stopped");
    public static final CloseReason SIGNED_OUT = new CloseReason(1008, "You have signed out");
    public static final CloseReason RIGHT_ENDED = new CloseReason(1008, "You no longer have the right to this console");
    public static final CloseReason NO_ANSWER = new CloseReason(1001, "The browser did not answer for 25 seconds");
    public static final CloseReason LEFT = new CloseReason(NORMAL, "The viewer left");
    public static final CloseReason IDLE = new CloseReason(NORMAL, "Nobody came back to it in time");
    public static final CloseReason UPSTREAM_LOST =
            new CloseReason(1013, "The connection to the instance was lost; it comes back when the instance does");

    /** Normal end of what was watched. */
    public static CloseReason ended(String text) {
        return new CloseReason(NORMAL, text);
    }

    public static CloseReason closedBy(String name) {
        return new CloseReason(1008, "Closed by " + name);
    }

    public static CloseReason of(EngineException failure) {
        return new CloseReason(failure.kind().closeCode(), String.valueOf(failure.getMessage()));
    }
}
