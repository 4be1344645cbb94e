package dev.bulkhead.docker;

/**
 * The keys that would detach a terminal. Docker takes Ctrl+P, Ctrl+Q where none are given, cannot do without, and keeps back what may be
 * their beginning until the next key comes.
 */
final class DetachKeys {

    /** Nobody types this; and the first, which sets a mark in editors, may come with the next key without being missed. */
    static final String OF_EXEC = "ctrl-@,ctrl-^,ctrl-],ctrl-\\,ctrl-_,ctrl-^,ctrl-@";

    /** Bytes that no text in UTF-8 has; in a query, unlike in JSON, they can be told. */
    static final String OF_ATTACH = "%FF,%FE,%FF,%FE,%FF,%FE,%FF";

    private DetachKeys() {}
}
