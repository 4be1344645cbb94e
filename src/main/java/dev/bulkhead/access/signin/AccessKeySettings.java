package dev.bulkhead.access.signin;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keyFile what stored secrets are encrypted with; made at the first start */
@ConfigurationProperties("bulkhead.access")
record AccessKeySettings(Path keyFile) {}
