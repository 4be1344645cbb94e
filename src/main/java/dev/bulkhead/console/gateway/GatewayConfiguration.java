package dev.bulkhead.console.gateway;

import dev.bulkhead.access.ClearTextBasicFilter;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.signin.SignInGate;
import dev.bulkhead.access.signin.SignInTries;
import dev.bulkhead.access.token.TokenFilter;
import dev.bulkhead.access.token.Tokens;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Who gets to the consoles' WebSockets: a signed-in session, or a token or name and password with the request. Before all other chains, and
 * without their request cache: a stranger's handshake that was kept and replayed after sign-in would hang.
 */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final String PATHS = "/console/**";

    @Bean
    @Order(1)
    SecurityFilterChain consoles(HttpSecurity http, SignInTries tries, Tokens tokens) throws Exception {
        HttpStatusEntryPoint unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                // A handshake is a GET; that the page is ours is asked by its origin.
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized)
                        .authenticationDetailsSource(request -> Credential.sentAlong()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized))
                .addFilterBefore(new ClearTextBasicFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(new TokenFilter(tokens), ClearTextBasicFilter.class)
                .addFilterBefore(
                        SignInGate.ofBasic(tries, new HttpStatusEntryPoint(HttpStatus.TOO_MANY_REQUESTS)),
                        BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    HandlerMapping consoleMapping(ConsoleUpgrade upgrade) {
        return new SimpleUrlHandlerMapping(Map.of(PATHS, upgrade), Ordered.HIGHEST_PRECEDENCE);
    }
}
