package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.token.ApiToken;
import java.time.Duration;
import java.time.Instant;

/** What is said of a token. */
final class TokenWords {

    private TokenWords() {}

    /** "all that you may", or what and where. */
    static String may(ApiToken token, Names names) {
        Limit limit = token.limit();
        String what = limit.permissions().equals(Limit.NONE.permissions())
                ? text("tokens.may.all")
                : AccessWords.permissions(limit.permissions());
        return limit.scope().equals(Scope.INSTALLATION) ? what : what + " · " + names.scope(limit.scope());
    }

    static String expires(ApiToken token) {
        Duration left = Duration.between(Instant.now(), token.expiresAt());
        return left.isNegative()
                ? text("tokens.expired")
                : text("tokens.expires.in", left.plusDays(1).toDays());
    }
}
