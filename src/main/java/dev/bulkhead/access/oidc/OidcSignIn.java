package dev.bulkhead.access.oidc;

import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.AccessEvent.Kind;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.OutsidePeople;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.stereotype.Component;

/** Signing in at the configured provider: beside the form, never instead of it. Does nothing where none is configured. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
public class OidcSignIn {

    /** Where the button leads. */
    public static final String START = "/oauth2/authorization/" + OidcProvider.ID;

    private static final String FORM = "/login";

    /**
     * Not a redirect: a browser that comes from another site would follow it without the session's cookie, which is for our own pages
     * only (SameSite=Strict).
     */
    private static final String HOME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">\
            <link rel="icon" href="/themes/bulkhead/favicon.svg"><title>Bulkhead</title></head><body><a href="/">Bulkhead</a></body></html>
            """;

    private final OidcSettings settings;
    private final OutsidePeople people;
    private final ApplicationEventPublisher events;
    private final @Nullable OidcProvider provider;

    OidcSignIn(
            OidcSettings settings,
            OutsidePeople people,
            ApplicationEventPublisher events,
            @Value("${bulkhead.public-url:}") String publicUrl) {
        this.settings = settings;
        this.people = people;
        this.events = events;
        String base = publicUrl.isBlank() ? "{baseUrl}" : publicUrl.strip().replaceFirst("/+$", "");
        provider = settings.isOn() ? new OidcProvider(settings, base) : null;
    }

    public boolean isOn() {
        return provider != null;
    }

    /** What the provider is called on the button. */
    public String name() {
        return settings.name();
    }

    /** Adds the way there and back to a chain of filters. */
    public void applyTo(HttpSecurity http) throws Exception {
        OidcProvider there = provider;
        if (there == null) {
            return;
        }
        DefaultOAuth2AuthorizationRequestResolver going =
                new DefaultOAuth2AuthorizationRequestResolver(there, "/oauth2/authorization");
        going.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OidcUserService userInfo = new OidcUserService();
        http.oauth2Login(login -> login.loginPage(FORM)
                .clientRegistrationRepository(there)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(way ->
                        way.authorizationRequestResolver(going).authorizationRequestRepository(new PendingSignIns()))
                .userInfoEndpoint(way -> way.oidcUserService(request -> enter(userInfo.loadUser(request))))
                .authenticationDetailsSource(Credential::signIn)
                .successHandler((request, response, authentication) -> welcome(response))
                .failureHandler(this::refuse));
        http.addFilterBefore(new AskProviderFirst(there, FORM), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    /** Signs out there, too, where the provider has a way to. @param redirects how to send somebody there */
    public Optional<OidcClientInitiatedLogoutSuccessHandler> signOut(RedirectStrategy redirects) {
        if (provider == null) {
            return Optional.empty();
        }
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(provider);
        handler.setPostLogoutRedirectUri(provider.base() + FORM);
        handler.setDefaultTargetUrl(FORM);
        handler.setRedirectStrategy(redirects);
        return Optional.of(handler);
    }

    private OidcUser enter(OidcUser known) {
        String subject = known.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new OAuth2AuthenticationException("invalid_id_token");
        }
        String named = known.getClaimAsString(settings.nameClaim());
        String account = people.enter(
                settings.checkedIssuer(),
                subject,
                named == null || named.isBlank() ? subject : named,
                settings.groupsHere(known.getClaims().get(settings.groupsClaim())));
        return new OidcPerson(known.getIdToken(), account);
    }

    private static void welcome(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(HOME);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        // Of a disabled account it has been told already.
        if (!(failure instanceof AccountStatusException)) {
            String why = failure instanceof OAuth2AuthenticationException told
                    ? told.getError().getErrorCode()
                    : "not accepted";
            events.publishEvent(
                    new AccessEvent(Origin.current(), "sign-in", Kind.REFUSED, "", "", "at " + name() + ": " + why));
        }
        response.sendRedirect(FORM + "?provider");
    }
}
