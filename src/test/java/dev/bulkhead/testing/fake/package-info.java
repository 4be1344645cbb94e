/**
 * The whole application on fake engines: for tests of pages, and for whoever works on them ({@link FakeBulkhead}).
 */
@NullMarked
package dev.bulkhead.testing.fake;

import org.jspecify.annotations.NullMarked;
