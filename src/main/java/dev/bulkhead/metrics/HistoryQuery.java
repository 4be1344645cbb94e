package dev.bulkhead.metrics;

import java.sql.SQLException;

/**
 * A question to the history, with SQL of its own. It is asked again when it failed, since a table may have been sorted or dropped
 * meanwhile; so asking must change nothing.
 */
@FunctionalInterface
interface HistoryQuery<T> {

    T ask(HistorySource source) throws SQLException;
}
