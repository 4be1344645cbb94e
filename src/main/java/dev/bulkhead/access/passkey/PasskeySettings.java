package dev.bulkhead.access.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param domain that passkeys are made for, where it is not the host of the page: one above it, so that they hold on several hosts
 */
@ConfigurationProperties("bulkhead.access.passkeys")
record PasskeySettings(@Nullable String domain) {}
