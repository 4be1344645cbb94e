package dev.bulkhead.operation.audit;

/**
 * A place in the chain.
 *
 * @param seq of the row that ends there; 0 before the first
 * @param mac of that row, in hexadecimal
 */
record ChainLink(long seq, String mac) {

    /** Before the first row. */
    static final ChainLink START = new ChainLink(0, "0".repeat(64));
}
