package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.SetupService;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that somebody can ask for, and what it takes, held against {@code access-matrix.txt}: what is not declared there, or
 * declared otherwise, fails the build. And each role is tried on each.
 */
class AccessMatrixTest extends ServerTest {

    private static final String TABLE = "/access-matrix.txt";
    private static final String PERSON = "mara";

    @Autowired
    private ApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private TestAccess access;

    @BeforeEach
    void aPersonWithoutRights() {
        access = new TestAccess(application);
        access.person(PERSON, PASSWORD);
    }

    @AfterEach
    void signOut() {
        access.person(PERSON, PASSWORD);
        SecurityContextHolder.clearContext();
    }

    @Test
    void everythingIsDeclaredAndNothingElse() {
        Set<String> found = new TreeSet<>();
        services().forEach((bean, methods) -> methods.forEach(method -> found.add("service  " + line(method))));
        api().forEach((call, method) -> found.add("api      " + call + "  " + needed(method)));
        pages().forEach(page -> found.add("page     " + page));
        others().forEach((call, needed) -> found.add("other    " + call + "  " + needed));
        sockets().forEach((path, handler) -> found.add("socket   " + path + "  " + handler));
        assertThat(String.join("\n", found)).isEqualTo(String.join("\n", declared()));
    }

    @Test
    void noServiceDoesAnythingForARoleThatMayNot() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(PERSON, "", "ROLE_USER"));
        int refused = 0;
        for (Role role : rolesAndNone()) {
            access.person(PERSON, PASSWORD, role);
            for (Map.Entry<Object, List<Method>> service : services().entrySet()) {
                for (Method method : service.getValue()) {
                    if (!holds(role, needed(method))) {
                        assertThat(failure(service.getKey(), method))
                                .as("%s calls %s", role.name(), method)
                                .isInstanceOf(AccessDeniedException.class);
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void theApiAnswersEachRoleByWhatItHolds() {
        HttpCaller caller = anyone().basic(PERSON, PASSWORD);
        for (Role role : rolesAndNone()) {
            access.person(PERSON, PASSWORD, role);
            api().forEach((call, method) -> {
                int status = status(caller, call);
                if (holds(role, needed(method))) {
                    assertThat(status).as("%s: %s", role.name(), call).isNotIn(401, 403);
                } else {
                    assertThat(status).as("%s: %s", role.name(), call).isEqualTo(403);
                }
            });
        }
        api().keySet()
                .forEach(call -> assertThat(status(anyone(), call))
                        .as("a stranger: %s", call)
                        .isIn(401, 403));
    }

    private static boolean holds(Role role, Permission permission) {
        return permission == Permission.ENTER || role.permissions().contains(permission);
    }

    /** All built-in ones, and one that holds nothing. */
    private static List<Role> rolesAndNone() {
        List<Role> roles = new ArrayList<>(Role.BUILT_IN);
        roles.add(new Role("none", Set.of(), true));
        return roles;
    }

    private Map<Object, List<Method>> services() {
        Map<Object, List<Method>> services =
                new TreeMap<>((one, other) -> name(one).compareTo(name(other)));
        for (Object bean : application.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            if (isOurs(type) && type != AccessService.class && type != SetupService.class) {
                services.put(
                        bean,
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                                .filter(Predicate.not(Method::isSynthetic))
                                .toList());
            }
        }
        return services;
    }

    private static String name(Object bean) {
        return AopUtils.getTargetClass(bean).getName();
    }

    private Map<String, Method> api() {
        Map<String, Method> api = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            for (String path : mapping.getKey().getPatternValues()) {
                for (RequestMethod verb : mapping.getKey().getMethodsCondition().getMethods()) {
                    if (path.startsWith("/api/") && isOurs(mapping.getValue().getBeanType())) {
                        api.put(verb + " " + path, mapping.getValue().getMethod());
                    }
                }
            }
        }
        return api;
    }

    /** What else answers by a mapping of ours, for pages and for people who follow a link. */
    private Map<String, String> others() {
        Map<String, String> others = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            for (String path : mapping.getKey().getPatternValues()) {
                if (!path.startsWith("/api/") && isOurs(mapping.getValue().getBeanType())) {
                    Method method = mapping.getValue().getMethod();
                    others.put(
                            path,
                            method.isAnnotationPresent(PermitAll.class)
                                    ? "anyone"
                                    : needed(method).name());
                }
            }
        }
        return others;
    }

    /** What answers an address by itself: WebSockets, which no annotation guards. Who comes to which is a matter of its handler. */
    private Map<String, String> sockets() {
        Map<String, String> sockets = new TreeMap<>();
        for (AbstractUrlHandlerMapping mapping :
                application.getBeansOfType(AbstractUrlHandlerMapping.class).values()) {
            mapping.getHandlerMap().forEach((path, handler) -> {
                Class<?> type = handler instanceof String name
                        ? Objects.requireNonNull(application.getType(name))
                        : handler.getClass();
                if (isOurs(type)) {
                    sockets.put(path, type.getSimpleName());
                }
            });
        }
        return sockets;
    }

    /** A stranger is stopped before the handler, and who is signed in gets nowhere without a ticket. */
    @Test
    void noSocketOpensForNothing() {
        access.person(PERSON, PASSWORD, Role.ADMINISTRATOR);
        for (String path : sockets().keySet()) {
            String address = path.replace("**", "nothing");
            assertThat(anyone().get(address).statusCode()).as(address).isEqualTo(401);
            assertThat(anyone().basic(PERSON, PASSWORD).get(address).statusCode())
                    .as(address)
                    .isIn(400, 403, 404, 405, 426);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackageName().startsWith("dev.bulkhead");
    }

    private static Set<String> pages() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        Set<String> pages = new TreeSet<>();
        scanner.findCandidateComponents("dev.bulkhead").forEach(found -> {
            try {
                Class<?> page = Class.forName(found.getBeanClassName());
                if (isOfTests(page)) {
                    return;
                }
                String reader = page.isAnnotationPresent(AnonymousAllowed.class) ? "anyone" : "signed in";
                pages.add("/" + page.getAnnotation(Route.class).value() + "  " + reader);
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        return pages;
    }

    private static boolean isOfTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static String line(Method method) {
        String parameters = String.join(
                ", ",
                Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList());
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + parameters + ")  "
                + needed(method);
    }

    private static Permission needed(Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        assertThat(requires).as("%s declares no permission", method).isNotNull();
        return requires.value();
    }

    private static @Nullable Throwable failure(Object bean, Method method) {
        Object[] nothing = new Object[method.getParameterCount()];
        for (int i = 0; i < nothing.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            nothing[i] = type == boolean.class
                    ? Boolean.FALSE
                    : type == int.class ? (Object) 0 : type == long.class ? 0L : null;
        }
        try {
            method.invoke(bean, nothing);
            return null;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a request that names nothing that there is, and so does nothing. */
    private static int status(HttpCaller caller, String call) {
        String verb = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", "nothing.such");
        if (verb.equals("GET")) {
            try {
                var answer = caller.open(path);
                answer.body().close();
                return answer.statusCode();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        boolean takesIds = path.endsWith("/members") || path.matches(".*/projects/.*/instances");
        return caller.sendJson(verb, path, takesIds ? "[]" : "{}").statusCode();
    }

    private static Set<String> declared() {
        try (InputStream table = AccessMatrixTest.class.getResourceAsStream(TABLE)) {
            assertThat(table).as(TABLE).isNotNull();
            Set<String> lines = new TreeSet<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
