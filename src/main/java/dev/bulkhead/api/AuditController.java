package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.operation.audit.AuditQuery;
import dev.bulkhead.operation.audit.AuditService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AuditController {

    private final AuditService audit;
    private final AuditExport export;

    AuditController(AuditService audit, AuditExport export) {
        this.audit = audit;
        this.export = export;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, AuditFormat.CSV_TYPE, AuditFormat.NDJSON_TYPE})
    @Requires(Permission.AUDIT_VIEW)
    @Operation(
            summary = "What was done, tried and refused, the newest first",
            description = "As `text/csv` or `application/x-ndjson`, all matching rows at once instead of a page.")
    @Nullable
    Page<AuditBody> list(
            @ParameterObject @ModelAttribute AuditFilter filter,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LARGEST) int size,
            @RequestParam(name = "as", required = false)
                    @Parameter(description = "For links, instead of Accept")
                    @Nullable
                    AuditFormat as,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = filter.query();
        Optional<AuditFormat> format = Optional.ofNullable(as).or(() -> AuditFormat.acceptedBy(accept));
        if (format.isPresent()) {
            export.write(query, format.get(), response);
            return null;
        }
        return new Page<>(
                audit.list(query, page * size, size).stream().map(AuditBody::of).toList(),
                page,
                size,
                audit.count(query));
    }

    @GetMapping(path = "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.AUDIT_VIEW)
    @Operation(summary = "Whether the record is as it was written")
    AuditVerificationBody verification() {
        return AuditVerificationBody.of(audit);
    }

    @PostMapping(path = "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.AUDIT_VIEW)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Verify the whole record now; ask with GET how far it is")
    AuditVerificationBody verify() {
        audit.verify();
        return AuditVerificationBody.of(audit);
    }
}
