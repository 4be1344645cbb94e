package dev.bulkhead.access;

import org.springframework.security.access.AccessDeniedException;

/** Whoever asked may not even know whether there is such a thing; to be answered as if there were none. */
public final class HiddenException extends AccessDeniedException {

    private static final long serialVersionUID = 1;

    /** @param what kind of thing; the words are those of one that is not there */
    HiddenException(String what) {
        super("There is no such " + what);
    }
}
