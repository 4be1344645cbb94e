package dev.bulkhead.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of this service method needs. Not only said: each call goes through {@link AccessService#require}
 * first, which throws {@link org.springframework.security.access.AccessDeniedException}. A service method without it fails the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Permission value();
}
