package dev.bulkhead.access.oidc;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * What the provider says of itself, asked for when somebody first wants to sign in there and not at the start: Bulkhead must start when
 * the provider does not answer.
 */
final class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    private final OidcSettings settings;
    private final String issuer;
    private final String clientId;
    private final String secret;
    private final String base;
    private volatile @Nullable ClientRegistration known;

    /** @param base our own address as browsers see it; with {@code {baseUrl}} for what each request tells */
    OidcProvider(OidcSettings settings, String base) {
        this.settings = settings;
        this.issuer = settings.checkedIssuer();
        this.clientId = settings.checkedClientId();
        this.secret = settings.clientSecret();
        this.base = base;
    }

    String base() {
        return base;
    }

    /** Whether it is known what it offers; asks it if need be, and blocks for as long. */
    boolean answers() {
        return findByRegistrationId(ID) != null;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        ClientRegistration found = known;
        if (found != null || !id.equals(ID)) {
            return id.equals(ID) ? found : null;
        }
        return ask();
    }

    private synchronized @Nullable ClientRegistration ask() {
        if (known != null) {
            return known;
        }
        try {
            known = ClientRegistrations.fromOidcIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(clientId)
                    .clientSecret(secret)
                    .clientAuthenticationMethod(
                            secret.isEmpty()
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .redirectUri(base + "/login/oauth2/code/{registrationId}")
                    .scope(settings.allScopes())
                    .build();
        } catch (RuntimeException silent) {
            LOG.warn("The OpenID provider {} does not answer as one: {}", issuer, silent.getMessage());
        }
        return known;
    }
}
