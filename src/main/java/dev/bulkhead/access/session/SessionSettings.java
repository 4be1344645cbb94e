package dev.bulkhead.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param idle a session ends when its user asked for nothing for so long; open pages that only show do not count
 * @param longest a session ends after so long in any case
 */
@ConfigurationProperties("bulkhead.access.sessions")
record SessionSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("24h") Duration longest) {}
