package dev.bulkhead.operation.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keyFile the key of the chain; made at the first start. Beside it, with {@code .head} at its end, where the chain ended last
 */
@ConfigurationProperties("bulkhead.audit")
record AuditSettings(Path keyFile) {}
