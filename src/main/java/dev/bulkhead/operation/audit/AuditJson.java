package dev.bulkhead.operation.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row as one line of JSON, with the names that the API has: for files and receivers outside of Bulkhead. */
public final class AuditJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AuditJson() {}

    /** Without a line's end. */
    public static String line(AuditRow row) {
        AuditEntry entry = row.entry();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("seq", row.seq());
        fields.put("at", entry.at().toString());
        fields.put("actor", entry.origin().actor());
        fields.put("proof", entry.origin().proof().name());
        fields.put("signIn", entry.origin().signIn());
        fields.put("address", entry.origin().address());
        fields.put("verb", entry.verb());
        fields.put("target", entry.target().id());
        fields.put("targetName", entry.target().name());
        fields.put("outcome", entry.outcome().name());
        fields.put(
                "operation",
                entry.operation() == null ? null : entry.operation().toString());
        fields.put("detail", entry.detail());
        fields.put("mac", row.mac());
        return JSON.writeValueAsString(fields);
    }
}
