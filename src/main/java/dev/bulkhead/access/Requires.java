package dev.bulkhead.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of this service method needs. Not only said: it is asked for before each call. Where the method takes
 * an {@link dev.bulkhead.common.InstanceId}, a {@link dev.bulkhead.common.HostId} or a {@link Scope}, it is asked for there; else the
 * caller must hold it somewhere, and the method narrows what it tells and does to what the caller may. What the caller may not even
 * see is answered as if it were not there: with an empty {@link java.util.Optional}, or by {@link HiddenException}. A right that is
 * lacking otherwise throws {@link org.springframework.security.access.AccessDeniedException}.
 *
 * <p>A public service method without it fails the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Permission value();
}
