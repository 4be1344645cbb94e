/**
 * The contract kit: what every {@link dev.bulkhead.engine.Engine} must do, as abstract tests. Each adapter, and the in-memory fake,
 * subclasses them with a {@link dev.bulkhead.engine.contract.Backstage}: the hands that act on the engine as somebody else would.
 *
 * <p>Where an engine truly differs, its subclass says so by overriding one of the kit's questions, with the reason; what then cannot be
 * asked of it shows as skipped. Nothing is skipped because of how an engine happens to answer.
 */
@NullMarked
package dev.bulkhead.engine.contract;

import org.jspecify.annotations.NullMarked;
