package dev.bulkhead.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody by a token of theirs. It is worth what its owner may do at that moment, within the token's limit, and nothing once it was
 * revoked or its time is over; that is asked anew with each decision. It lives as long as a request, or what that opened.
 */
public final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String owner;
    private final String id;
    private final transient Supplier<Optional<Limit>> limit;

    /**
     * @param owner sign-in name
     * @param id names the token in the record; tells nothing of its secret
     * @param limit what it is worth now; empty when it is worth nothing any more
     */
    public TokenAuthentication(String owner, String id, Supplier<Optional<Limit>> limit) {
        super(List.of());
        this.owner = owner;
        this.id = id;
        this.limit = limit;
        setAuthenticated(true);
    }

    String id() {
        return id;
    }

    Optional<Limit> limit() {
        return limit.get();
    }

    @Override
    public String getPrincipal() {
        return owner;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
