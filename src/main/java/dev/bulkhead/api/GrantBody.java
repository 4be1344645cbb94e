package dev.bulkhead.api;

import dev.bulkhead.access.Grant;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A right that was given, or is to be given. */
@Schema(name = "Grant")
record GrantBody(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        String id,

        Subject.@Nullable Kind subjectKind,

        @Schema(description = "Id of the user or group") String subject,
        String role,
        Scope.@Nullable Level scopeLevel,

        @Schema(description = "Id of the host, project or instance; empty for the installation")
        String scope,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        String givenBy,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        Instant givenAt) {

    GrantBody(
            @Nullable String id,
            Subject.@Nullable Kind subjectKind,
            @Nullable String subject,
            @Nullable String role,
            Scope.@Nullable Level scopeLevel,
            @Nullable String scope,
            @Nullable String givenBy,
            @Nullable Instant givenAt) {
        this.id = id;
        this.subjectKind = subjectKind;
        this.subject = Text.orEmpty(subject);
        this.role = Text.orEmpty(role);
        this.scopeLevel = scopeLevel;
        this.scope = Text.orEmpty(scope);
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    static GrantBody of(Grant grant) {
        return new GrantBody(
                grant.id().toString(),
                grant.subject().kind(),
                grant.subject().id().toString(),
                grant.role(),
                grant.scope().level(),
                grant.scope().id(),
                grant.givenBy(),
                grant.givenAt());
    }

    Subject wantedSubject() {
        if (subjectKind == null) {
            throw new Problem(ProblemType.INVALID_REQUEST, "subjectKind is USER or GROUP");
        }
        return new Subject(subjectKind, Ids.uuid("user or group", subject));
    }

    Scope wantedScope() {
        String level = scopeLevel == null ? "" : scopeLevel.name();
        return Scope.parse(level, scope)
                .orElseThrow(() -> new Problem(
                        ProblemType.INVALID_REQUEST, "scope is not the id of what scopeLevel says: " + level));
    }
}
