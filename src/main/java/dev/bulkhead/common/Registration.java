package dev.bulkhead.common;

/** Ends what it was handed out for; twice does no harm, and it never throws. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
