package dev.bulkhead.operation.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keyFile the key of the chain; made at the first start. Beside it, with {@code .head} at its end, where the chain ended last
 * @param keep how long rows stay in the table before they are put into a file; nothing for as long as there is room
 * @param archiveDir where those files are put
 */
@ConfigurationProperties("bulkhead.audit")
record AuditSettings(Path keyFile, @Nullable Duration keep, Path archiveDir) {}
