package dev.bulkhead.access;

import java.time.Instant;
import java.util.UUID;

/**
 * One right that was given. Grants only add up: there is none that takes away.
 *
 * @param id names it
 * @param subject to whom
 * @param role what, by the role's name
 * @param scope where
 * @param givenBy name of who gave it; "set-up" for the first
 * @param givenAt when
 */
public record Grant(UUID id, Subject subject, String role, Scope scope, String givenBy, Instant givenAt) {}
