package dev.bulkhead.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param perEngine how many actions one engine does at a time; the others wait in a visible queue
 * @param keep how long ended operations stay on record
 */
@ConfigurationProperties("bulkhead.operations")
record OperationSettings(
        @DefaultValue("4") int perEngine,
        @DefaultValue("90d") Duration keep) {}
