package dev.bulkhead.access;

/**
 * Who does something: a signed-in user.
 *
 * @param name unique sign-in name
 */
public record Actor(String name) {}
