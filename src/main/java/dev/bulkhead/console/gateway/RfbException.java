package dev.bulkhead.console.gateway;

import java.io.IOException;

/** One side does not speak RFB as it should. The message is for people. */
final class RfbException extends IOException {

    private static final long serialVersionUID = 1L;

    RfbException(String message) {
        super(message);
    }
}
