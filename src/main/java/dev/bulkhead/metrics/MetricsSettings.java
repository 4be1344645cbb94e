package dev.bulkhead.metrics;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param tick how often everything that runs is read
 * @param directory where the history lies
 * @param keepGone how long the history of an instance outlives it
 * @param budget how much of the disk the history may take
 */
@ConfigurationProperties("bulkhead.metrics")
record MetricsSettings(
        @DefaultValue("10s") Duration tick,
        Path directory,
        @DefaultValue("30d") Duration keepGone,
        @DefaultValue("2GB") DataSize budget) {}
