package dev.bulkhead.engine;

/** Settings that can never work, found without asking the engine. The message names the fault and the remedy in one line. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(String message) {
        super(message);
    }
}
