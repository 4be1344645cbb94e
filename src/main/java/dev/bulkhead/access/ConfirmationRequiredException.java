package dev.bulkhead.access;

/** What was asked for is done only for who has shown in the last minutes that it is them. Nothing was done; confirm, then ask again. */
public final class ConfirmationRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfirmationRequiredException() {
        super("Confirm that it is you, then ask again");
    }
}
