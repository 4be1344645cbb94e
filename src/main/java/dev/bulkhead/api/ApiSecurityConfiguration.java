package dev.bulkhead.api;

import dev.bulkhead.access.ClearTextBasicFilter;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.SameOrigin;
import dev.bulkhead.access.SignInBusyException;
import dev.bulkhead.access.ldap.LdapSignIn;
import dev.bulkhead.access.signin.SignInDelayedException;
import dev.bulkhead.access.signin.SignInGate;
import dev.bulkhead.access.signin.SignInTries;
import dev.bulkhead.access.token.TokenFilter;
import dev.bulkhead.access.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Who gets to the API: a token, or name and password, with each request, or the session of a signed-in page, which then has to show that the page
 * is ours. It never begins a session, and never sends anybody to a form.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    /** The browsable description needs its own scripts and inline styles. */
    private static final String DOCS_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, SignInTries tries, Tokens tokens, LdapSignIn ldap) throws Exception {
        ldap.applyTo(http);
        return http.securityMatcher("/api/**", "/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurityConfiguration::needsToken))
                .httpBasic(basic -> basic.authenticationEntryPoint(entryPoint())
                        .authenticationDetailsSource(request -> Credential.sentAlong()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(entryPoint())
                        .accessDeniedHandler(
                                (request, response, denied) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(DOCS_POLICY)))
                .addFilterAfter(new ApiBodyFilter(), HeaderWriterFilter.class)
                .addFilterBefore(new ClearTextBasicFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(new TokenFilter(tokens), ClearTextBasicFilter.class)
                .addFilterBefore(
                        SignInGate.ofBasic(tries, ApiSecurityConfiguration::tooManyWrong),
                        BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    HandlerMapping noSuchMapping() {
        return new NoSuchMapping();
    }

    /** A browser adds the cookie by itself, whoever asks; so the asking page must be ours, or know the session's token. */
    private static boolean needsToken(HttpServletRequest request) {
        return SameOrigin.changesState(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !SameOrigin.isProven(request);
    }

    private static void tooManyWrong(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        long seconds = failure instanceof SignInDelayedException delayed ? delayed.seconds() : 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ErrorDocuments.send(
                request,
                response,
                ProblemType.SIGN_IN_DELAYED,
                "Too many wrong passwords. Try again in " + seconds + " s");
    }

    private static AuthenticationEntryPoint entryPoint() {
        return (request, response, failure) -> {
            if (failure instanceof SignInBusyException) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                ErrorDocuments.send(request, response, ProblemType.BUSY, ProblemType.BUSY.explanation());
                return;
            }
            if (failure instanceof CredentialsExpiredException) {
                ErrorDocuments.send(
                        request,
                        response,
                        ProblemType.SECOND_STEP_REQUIRED,
                        ProblemType.SECOND_STEP_REQUIRED.explanation());
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Bulkhead\", charset=\"UTF-8\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        };
    }

    /** Answers for addresses that no controller has, before Vaadin would with a page. */
    private static final class NoSuchMapping extends AbstractHandlerMapping {

        private static final String DOCS = "/api/v1/swagger-ui/";

        NoSuchMapping() {
            setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        }

        @Override
        protected @Nullable HttpRequestHandler getHandlerInternal(HttpServletRequest request) {
            String path = request.getServletPath();
            return path.startsWith("/api/") && !path.startsWith(DOCS)
                    ? (asked, answer) -> answer.sendError(HttpServletResponse.SC_NOT_FOUND)
                    : null;
        }
    }
}
