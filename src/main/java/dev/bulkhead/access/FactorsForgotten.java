package dev.bulkhead.access;

import java.util.UUID;

/** All that somebody signs in with beside a password is to be forgotten, within the transaction that tells it. */
public record FactorsForgotten(UUID user) {}
