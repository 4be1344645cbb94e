/**
 * An engine in memory for unit tests: {@link dev.bulkhead.engine.fake.FakeBackend} is the daemon with its guests, and can be told to
 * fail, hang and die; {@link dev.bulkhead.engine.fake.FakeEngine} is our side of it. It passes the contract kit.
 */
@NullMarked
package dev.bulkhead.engine.fake;

import org.jspecify.annotations.NullMarked;
