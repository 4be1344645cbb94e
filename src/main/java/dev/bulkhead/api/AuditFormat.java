package dev.bulkhead.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How all rows at once are given. */
enum AuditFormat {
    CSV(AuditFormat.CSV_TYPE),
    NDJSON(AuditFormat.NDJSON_TYPE);

    static final String CSV_TYPE = "text/csv";
    static final String NDJSON_TYPE = "application/x-ndjson";

    private final String type;

    AuditFormat(String type) {
        this.type = type;
    }

    String contentType() {
        return type + ";charset=UTF-8";
    }

    String fileName() {
        return "audit." + name().toLowerCase(Locale.ROOT);
    }

    /** The one that a request's {@code Accept} names; empty where it names none, or more besides. */
    static Optional<AuditFormat> acceptedBy(@Nullable String accept) {
        return Arrays.stream(values())
                .filter(format -> accept != null && accept.strip().startsWith(format.type))
                .findFirst();
    }
}
