package dev.bulkhead.access;

import java.util.UUID;

/**
 * Someone who may sign in, as others see them. An account is disabled and never deleted, so that its name stays the same person's in
 * the record.
 *
 * @param id names the account for ever
 * @param name what is typed at sign-in, in lower case
 * @param enabled whether they may sign in, and hold any right
 */
public record Person(UUID id, String name, boolean enabled) {}
