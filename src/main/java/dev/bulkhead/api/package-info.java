/**
 * The REST face of the services under {@code /api/v1}: controllers, JSON bodies, problem documents, the stream of events, OpenAPI, and
 * the security chain in front of them. No rule of any feature lives here.
 */
@NullMarked
package dev.bulkhead.api;

import org.jspecify.annotations.NullMarked;
