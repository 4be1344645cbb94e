package dev.bulkhead.operation.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keyFile the key of the chain; made at the first start. Beside it, with {@code .head} at its end, where the chain ended last
 */
@ConfigurationProperties("bulkhead.audit")
record AuditSettings(
        @DefaultValue("${bulkhead.data-dir}/audit.key") Path keyFile) {}
