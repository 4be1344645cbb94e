package dev.bulkhead.shell;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.SignInBusyException;
import dev.bulkhead.access.ldap.LdapSignIn;
import dev.bulkhead.access.oidc.OidcSignIn;
import dev.bulkhead.access.signin.PendingSignIn;
import dev.bulkhead.access.signin.SignInDelayedException;
import dev.bulkhead.access.signin.SignInGate;
import dev.bulkhead.access.signin.SignInTries;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets to the pages, and what browsers are told for every answer. The API has a chain of its own before this one. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()";

    @Bean
    @Order(100)
    SecurityFilterChain pages(
            HttpSecurity http,
            AccessService access,
            SignInTries tries,
            PendingSignIn pending,
            OidcSignIn oidc,
            LdapSignIn ldap)
            throws Exception {
        http.addFilterAfter(new ShowOutFilter(access), SecurityContextHolderFilter.class);
        http.addFilterBefore(
                SignInGate.ofForm(
                        tries,
                        "/" + LoginView.PATH,
                        (request, response, delayed) ->
                                backToTheForm(pending).onAuthenticationFailure(request, response, delayed)),
                UsernamePasswordAuthenticationFilter.class);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health", "/problems/**")
                .permitAll());
        // The page is named here too, or Spring Security takes its own before Vaadin names ours.
        http.formLogin(form -> form.loginPage("/" + LoginView.PATH)
                .authenticationDetailsSource(Credential::signIn)
                .failureHandler(backToTheForm(pending)));
        ldap.applyTo(http);
        oidc.applyTo(http);
        http.with(VaadinSecurityConfigurer.vaadin(), pages -> {
            pages.loginView(LoginView.class, "/login")
                    // Vaadin would answer 403 for an address that is no page of its own; ours says that there is
                    // none.
                    .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated);
            oidc.signOut(new UidlRedirectStrategy()).ifPresent(pages::logoutSuccessHandler);
        });
        return http.build();
    }

    /** Applied by Spring Security to every chain. The page's own policy for scripts follows with the page ({@link PagePolicy}). */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> headers() {
        return headers -> headers
                // Not "no-referrer": it would take the Origin from our own forms as well.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .contentSecurityPolicy(content -> content.policyDirectives(PagePolicy.WITHOUT_SCRIPTS));
    }

    /**
     * Vaadin's pages are reached by a forward, after which Tomcat would send a short page past the wrapper that adds the headers just
     * before it is sent.
     */
    @Bean
    static TomcatContextCustomizer headersOfForwardedPages() {
        return context -> context.setSuspendWrappedResponseAfterForward(false);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    private static AuthenticationFailureHandler backToTheForm(PendingSignIn pending) {
        return (request, response, failure) -> response.sendRedirect(
                switch (failure) {
                    case CredentialsExpiredException notEnough -> {
                        pending.begin(request, request.getParameter("username"));
                        yield "/" + CodeView.PATH;
                    }
                    case InternalAuthenticationServiceException silent -> "/login?unavailable";
                    case SignInBusyException busy -> "/login?busy";
                    case SignInDelayedException delayed -> "/login?wait=" + delayed.seconds();
                    default -> "/login?error";
                });
    }
}
