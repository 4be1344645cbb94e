package dev.bulkhead.api;

import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.token.ApiToken;
import dev.bulkhead.access.token.NewToken;
import dev.bulkhead.access.token.TokenService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class TokenController {

    private final TokenService tokens;

    TokenController(TokenService tokens) {
        this.tokens = tokens;
    }

    /** What somebody wants. */
    @Schema(name = "NewToken")
    record Wish(
            @Schema(description = "What you call it") String name,

            @Schema(description = "Of the permissions that you hold, those that it may use; all when left out")
            @Nullable
            Set<Permission> permissions,

            @Schema(description = "Where it may use them; everywhere when left out")
            Scope.@Nullable Level scopeLevel,

            @Schema(description = "Id of the host, project or instance; empty for the installation") @Nullable
            String scope,

            @Schema(description = "How long it lasts; 90 when left out, 365 at most") @Nullable
            Integer days) {

        Wish(
                @Nullable String name,
                @Nullable Set<Permission> permissions,
                Scope.@Nullable Level scopeLevel,
                @Nullable String scope,
                @Nullable Integer days) {
            this.name = Text.orEmpty(name);
            this.permissions = permissions;
            this.scopeLevel = scopeLevel;
            this.scope = scope;
            this.days = days;
        }

        Limit limit() {
            Scope.Level level = scopeLevel == null ? Scope.Level.INSTALLATION : scopeLevel;
            Scope place = Scope.parse(level.name(), Text.orEmpty(scope))
                    .orElseThrow(() -> new Problem(
                            ProblemType.INVALID_REQUEST, "scope is not the id of what scopeLevel says: " + level));
            return new Limit(permissions == null ? Limit.NONE.permissions() : permissions, place);
        }

        Duration life() {
            return days == null ? TokenService.USUAL_LIFE : Duration.ofDays(days);
        }
    }

    /** A token; its secret only in the answer to the call that made it. */
    @Schema(name = "Token")
    record Body(
            String id,

            @Schema(description = "Whose rights it stands for")
            String owner,

            String name,
            Set<Permission> permissions,
            Scope.Level scopeLevel,
            String scope,
            Instant createdAt,
            Instant expiresAt,

            @Schema(description = "To the minute; null when it never was") @Nullable
            Instant lastUsedAt,

            @Schema(description = "What to send as Authorization: Bearer; told once, null later") @Nullable
            String token) {

        static Body of(ApiToken token) {
            return of(token, null);
        }

        static Body of(NewToken made) {
            return of(made.token(), made.text());
        }

        private static Body of(ApiToken token, @Nullable String text) {
            return new Body(
                    token.id(),
                    token.owner(),
                    token.name(),
                    token.limit().permissions(),
                    token.limit().scope().level(),
                    token.limit().scope().id(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    text);
        }

        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    @GetMapping
    @Requires(Permission.ENTER)
    @Operation(
            summary = "The caller's tokens, the newest first",
            description = "With `all`, an administrator sees everybody's.")
    List<Body> list(@RequestParam(defaultValue = "false") boolean all) {
        return (all ? tokens.all() : tokens.own()).stream().map(Body::of).toList();
    }

    @PostMapping
    @Requires(Permission.ENTER)
    @Operation(
            summary = "Make a token of the caller's",
            description = "It may never do more than its owner may at that moment. A token cannot make tokens.")
    ResponseEntity<Body> make(@RequestBody Wish wish) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Body.of(tokens.make(wish.name(), wish.limit(), wish.life())));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.ENTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token", description = "At once; what is open by it closes within two seconds.")
    void revoke(@PathVariable String id) {
        tokens.revoke(id);
    }
}
