/**
 * The vocabulary that all engines share, and the ports through which they are asked. Plain Java: no Spring, no Vaadin, no engine's
 * library. Imports {@code common} only.
 *
 * <p>Every call of a port blocks for as long as the engine takes and may be made from any thread; deadlines are the caller's
 * ({@code host.EngineHandle}). Every call may throw {@link dev.bulkhead.engine.EngineException} and nothing else.
 */
@NullMarked
package dev.bulkhead.engine;

import org.jspecify.annotations.NullMarked;
