package dev.bulkhead.access.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who signed in at the provider, by the name of their account here. A session carries no right of its own. */
final class OidcPerson extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final String account;

    OidcPerson(OidcIdToken token, String account) {
        super(Set.<GrantedAuthority>of(), token);
        this.account = account;
    }

    @Override
    public String getName() {
        return account;
    }

    /** Whatever the provider tells of somebody is not ours to show. */
    @Override
    public String toString() {
        return "OidcPerson[" + account + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
