package dev.bulkhead.metrics;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tick how often everything that runs is read
 * @param directory where the history lies
 * @param keepGone how long the history of an instance outlives it
 */
@ConfigurationProperties("bulkhead.metrics")
record MetricsSettings(
        @DefaultValue("10s") Duration tick,
        Path directory,
        @DefaultValue("30d") Duration keepGone) {}
