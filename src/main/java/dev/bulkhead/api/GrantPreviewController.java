package dev.bulkhead.api;

import dev.bulkhead.access.AccessDifference;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.GrantChange;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class GrantPreviewController {

    private final EffectiveAccessService effective;

    GrantPreviewController(EffectiveAccessService effective) {
        this.effective = effective;
    }

    /** A grant to be given, or grants to be taken. */
    @Schema(name = "GrantChange")
    record ChangeBody(
            @Schema(description = "To be given; left out where grants are taken") @Nullable
            GrantBody give,

            @Schema(description = "Ids of grants to be taken back; left out where one is given") @Nullable
            Set<String> take) {

        GrantChange wanted() {
            if (give != null && take == null) {
                return new GrantChange.Give(Set.of(give.wantedSubject()), give.role(), Set.of(give.wantedScope()));
            }
            if (take != null && give == null) {
                return new GrantChange.Take(
                        take.stream().map(id -> Ids.uuid("grant", id)).collect(Collectors.toSet()));
            }
            throw new Problem(ProblemType.INVALID_REQUEST, "One of give and take says what is to be changed");
        }
    }

    /** What somebody would gain or lose in one place. */
    @Schema(name = "AccessDifference")
    record DifferenceBody(
            PersonBody user, Scope.Level scopeLevel, String scope, Set<Permission> gained, Set<Permission> lost) {

        static DifferenceBody of(AccessDifference difference) {
            return new DifferenceBody(
                    PersonBody.of(difference.person()),
                    difference.scope().level(),
                    difference.scope().id(),
                    difference.gained(),
                    difference.lost());
        }
    }

    @PostMapping(path = "/api/v1/grants/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(
            summary = "What giving or taking grants would change, for whom and where",
            description =
                    "Nothing is changed by it. What somebody holds by another grant as well is neither gained nor lost.")
    List<DifferenceBody> preview(@RequestBody ChangeBody change) {
        return effective.preview(change.wanted()).stream()
                .map(DifferenceBody::of)
                .toList();
    }
}
