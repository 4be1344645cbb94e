package dev.bulkhead.access;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/** Puts the question of {@link AccessService} before every method that is marked with {@link Requires}. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RequiresConfiguration {

    /** The service is looked up late: an advisor is made before the beans that it advises. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor requiresAdvisor(ObjectProvider<AccessService> access) {
        MethodInterceptor askFirst = invocation -> {
            try {
                ask(access.getObject(), invocation);
            } catch (HiddenException hidden) {
                if (invocation.getMethod().getReturnType() == Optional.class) {
                    return Optional.empty();
                }
                throw hidden;
            }
            return invocation.proceed();
        };
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, Requires.class, true), askFirst);
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
        return advisor;
    }

    private static void ask(AccessService access, MethodInvocation invocation) {
        Permission permission = permissionOf(invocation);
        List<Scope> scopes = Arrays.stream(invocation.getArguments())
                .flatMap(RequiresConfiguration::scope)
                .toList();
        if (scopes.isEmpty()) {
            access.require(permission);
        }
        scopes.forEach(scope -> access.require(permission, scope));
    }

    private static Stream<Scope> scope(@Nullable Object argument) {
        return switch (argument) {
            case InstanceId instance -> Stream.of(new Scope.OnInstance(instance));
            case HostId host -> Stream.of(new Scope.OnHost(host));
            case Scope scope -> Stream.of(scope);
            case null, default -> Stream.empty();
        };
    }

    private static Permission permissionOf(MethodInvocation invocation) {
        Object target = invocation.getThis();
        Method method = target == null
                ? invocation.getMethod()
                : AopUtils.getMostSpecificMethod(invocation.getMethod(), target.getClass());
        Requires requires = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        if (requires == null) {
            throw new IllegalStateException(method + " is advised and declares no permission");
        }
        return requires.value();
    }
}
