package dev.bulkhead.access;

/** Holds up who tries passwords, wherever they are asked for. */
public interface Guesses {

    /**
     * Returns when the caller of the request at hand may try one for that user now.
     *
     * @throws org.springframework.security.authentication.LockedException when they have to wait
     */
    void require(String name);

    /** Counts one that was wrong, and has it put on record. @param what as "wrong code" */
    void wrong(String name, String what);
}
