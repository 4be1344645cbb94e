package dev.bulkhead.access.oidc;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.SecretFile;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The provider at which people may sign in.
 *
 * @param issuer its address, as it stands in what it signs; without one there is no such sign-in
 * @param clientId what we are called there
 * @param clientSecretFile a file that holds our secret there; without one we have none, and PKCE alone protects
 * @param name what the button calls it
 * @param scopes what is asked for beside {@code openid}
 * @param nameClaim what becomes the sign-in name of a new account
 * @param groupsClaim where it says which groups they are in
 * @param groupMap its groups, and those here that they stand for
 */
@ConfigurationProperties("bulkhead.access.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecretFile,
        String name,
        Set<String> scopes,
        String nameClaim,
        String groupsClaim,
        Map<String, String> groupMap) {

    private static final String KEY = "bulkhead.access.oidc.";

    OidcSettings(
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecretFile,
            @Nullable String name,
            @Nullable Set<String> scopes,
            @Nullable String nameClaim,
            @Nullable String groupsClaim,
            @Nullable Map<String, String> groupMap) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecretFile = clientSecretFile;
        this.name = Objects.requireNonNullElse(name, "OpenID");
        this.scopes = Objects.requireNonNullElse(scopes, Set.of("profile"));
        this.nameClaim = Objects.requireNonNullElse(nameClaim, "preferred_username");
        this.groupsClaim = Objects.requireNonNullElse(groupsClaim, "groups");
        this.groupMap = Map.copyOf(Objects.requireNonNullElse(groupMap, Map.of()));
    }

    boolean isOn() {
        return issuer != null && !issuer.isBlank();
    }

    /** @throws ConfigurationFault when it is neither HTTPS nor on this machine */
    String checkedIssuer() {
        String address = String.valueOf(issuer);
        try {
            URI uri = URI.create(address);
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && isLoopback(String.valueOf(uri.getHost()));
            if (!safe) {
                throw new ConfigurationFault(KEY + "issuer", address, "is no https:// address; use the provider's");
            }
            return address;
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationFault(KEY + "issuer", address, "is no address; use the provider's");
        }
    }

    String checkedClientId() {
        if (clientId == null || clientId.isBlank()) {
            throw new ConfigurationFault(KEY + "client-id", "", "is not set; use what the provider calls Bulkhead");
        }
        return clientId;
    }

    /** "" for none. */
    String clientSecret() {
        return SecretFile.read(KEY + "client-secret-file", clientSecretFile).strip();
    }

    /** With the one that makes it OpenID. */
    Set<String> allScopes() {
        Set<String> all = new LinkedHashSet<>(Set.of("openid"));
        all.addAll(scopes);
        return all;
    }

    /** The groups here that those there stand for. */
    Set<String> groupsHere(@Nullable Object claim) {
        Collection<?> theirs =
                claim instanceof Collection<?> several ? several : claim == null ? Set.of() : Set.of(claim);
        return theirs.stream()
                .map(group -> groupMap.get(String.valueOf(group)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.matches("[0-9.]+|\\[.*]")
                        && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                                .isLoopbackAddress();
    }
}
