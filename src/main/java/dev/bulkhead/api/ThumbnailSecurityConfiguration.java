package dev.bulkhead.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Pictures are for sessions of pages. Not in the pages' own chain: a picture that was asked for just after the end of a session
 * would be what the browser is led to after the next sign-in.
 */
@Configuration(proxyBeanMethods = false)
class ThumbnailSecurityConfiguration {

    @Bean
    @Order(20)
    SecurityFilterChain thumbnailPictures(HttpSecurity http) throws Exception {
        return http.securityMatcher("/thumbnails/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                // Its address changes with the picture, so it may be kept, unlike a page.
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }
}
