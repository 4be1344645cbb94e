package dev.bulkhead.api;

import dev.bulkhead.operation.audit.AuditQuery;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.operation.audit.AuditService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all rows that match, newest first, as a file: a few hundred at a time, however many there are. */
@Component
class AuditExport {

    private static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "actor",
            "proof",
            "signIn",
            "address",
            "verb",
            "target",
            "targetName",
            "outcome",
            "operation",
            "detail",
            "mac");

    private final AuditService audit;
    private final JsonMapper json;

    AuditExport(AuditService audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    void write(AuditQuery query, AuditFormat format, HttpServletResponse response) throws IOException {
        audit.exporting(query, format.name());
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(format.fileName())
                        .build()
                        .toString());
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (format == AuditFormat.CSV) {
            out.write(Csv.line(COLUMNS));
        }
        List<AuditRow> rows = audit.before(query, Long.MAX_VALUE, AuditService.LARGEST_PAGE);
        while (!rows.isEmpty()) {
            for (AuditRow row : rows) {
                out.write(format == AuditFormat.CSV ? csv(AuditBody.of(row)) : json(AuditBody.of(row)));
            }
            rows = audit.before(query, rows.getLast().seq(), AuditService.LARGEST_PAGE);
        }
        out.flush();
    }

    private String json(AuditBody row) {
        return json.writeValueAsString(row) + "\n";
    }

    private static String csv(AuditBody row) {
        @Nullable
        Object[] cells = {
            row.seq(),
            row.at(),
            row.actor(),
            row.proof(),
            row.signIn(),
            row.address(),
            row.verb(),
            row.target(),
            row.targetName(),
            row.outcome(),
            row.operation(),
            row.detail(),
            row.mac()
        };
        return Csv.line(Arrays.asList(cells));
    }
}
