package dev.bulkhead.access;

/**
 * What an account's sessions stand on is worth nothing any more: they end, but the one that the publishing thread acts for.
 *
 * @param name of the user
 */
public record PasswordChanged(String name) {}
