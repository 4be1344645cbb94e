package dev.bulkhead.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param policy when consoles are recorded
 * @param input whether what is typed into terminals is written down too, passwords included
 * @param quota how much all recordings may take: the oldest go first, and one that would grow beyond it ends
 * @param keep how long a recording is kept
 */
@ConfigurationProperties("bulkhead.consoles.recording")
public record RecordingSettings(
        @DefaultValue("on-demand") RecordingPolicy policy,
        @DefaultValue("false") boolean input,
        @DefaultValue("1GB") DataSize quota,
        @DefaultValue("30d") Duration keep) {}
