package dev.bulkhead.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.SetupService;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Reclaimables;
import dev.bulkhead.engine.Screens;
import dev.bulkhead.engine.Stats;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The rules of the house (ARCHITECTURE section 2), about whatever lies below a root package: the product's, or that of the examples
 * that break them.
 */
final class ArchitectureRules {

    private static final Set<Class<?>> PORTS = Set.of(
            Engine.class,
            EngineFactory.class,
            Instances.class,
            Changes.class,
            Capacity.class,
            Stats.class,
            Reclaimables.class,
            Networks.class,
            Images.class,
            Consoles.class,
            Screens.class);

    private static final Set<Class<?>> ROUTE_ACCESS =
            Set.of(PermitAll.class, RolesAllowed.class, DenyAll.class, AnonymousAllowed.class);

    private static final String[] VAADIN = {"com.vaadin.."};

    private final String root;

    private ArchitectureRules(String root) {
        this.root = root;
    }

    /** All rules by name. */
    static Map<String, ArchRule> below(String root) {
        ArchitectureRules rules = new ArchitectureRules(root);
        Map<String, ArchRule> all = new LinkedHashMap<>();
        all.put("1 libvirt", rules.onlyIn("libvirt", "org.libvirt..", "com.sun.jna.."));
        all.put("1 docker", rules.onlyIn("docker", "com.github.dockerjava.."));
        all.put("1 lxd", rules.onlyIn("lxd", root + ".lxd.."));
        all.put("2 plain vocabulary", rules.plainVocabulary());
        all.put("3 vaadin", rules.vaadinOnlyInPages());
        all.put("3 pages and ports", rules.pagesCallServices());
        all.put("4 gateway", rules.gatewayKnowsNoPages());
        all.put("5 services", rules.servicesDeclareTheirPermission());
        all.put("5 declared methods", rules.declaredMethodsCanBeAdvised());
        all.put("5 routes", rules.routesDeclareAccess());
        all.put("5 mappings", rules.mappingsDeclareAccess());
        all.put("6 threads", rules.pagesStartNoThreads());
        all.put("6 locks", rules.pagesLockNothing());
        all.put("6 engine calls", rules.noEngineCallsOnCallersThreads());
        all.put("6 ui access", rules.oneWayToOpenPages());
        all.put(
                "7 cycles",
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("what is in a circle cannot be understood, tested or removed alone"));
        ImportTable.of(root).forEach(all::put);
        return all;
    }

    private ArchRule onlyIn(String adapter, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + "." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("nothing of an engine's library leaves its adapter")
                .allowEmptyShould(true);
    }

    private ArchRule plainVocabulary() {
        return noClasses()
                .that(resideInAnyPackage(root + ".engine..", root + ".common..")
                        .and(are(DescribedPredicate.not(resideInAPackage(root + ".common.ui..")))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.vaadin..",
                        "org.libvirt..",
                        "com.sun.jna..",
                        "com.github.dockerjava..",
                        "org.eclipse.jetty..")
                .because("every package speaks this vocabulary, so it must not drag anything along");
    }

    private ArchRule vaadinOnlyInPages() {
        return noClasses()
                .that(are(DescribedPredicate.not(pages())))
                .and()
                .haveNameNotMatching("dev\\.bulkhead\\.Bulkhead")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(VAADIN)
                .because("features work without a page, and pages can be replaced");
    }

    private ArchRule pagesCallServices() {
        return noClasses()
                .that(pages())
                .should()
                .dependOnClassesThat(PORT_OR_REGISTRY)
                .because("views call services, which ask for the right and write the operation down");
    }

    private ArchRule gatewayKnowsNoPages() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".console.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", root + "..ui..")
                .because("a console's byte never waits for a page's session lock")
                .allowEmptyShould(true);
    }

    private ArchRule servicesDeclareTheirPermission() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(services())
                .should()
                .beAnnotatedWith(Requires.class)
                .because("what does not say which right it needs is open to all who find it");
    }

    private ArchRule declaredMethodsCanBeAdvised() {
        return methods()
                .that()
                .areAnnotatedWith(Requires.class)
                .should()
                .notBePrivate()
                .andShould()
                .notBeStatic()
                .andShould()
                .notBeFinal()
                .andShould()
                .beDeclaredInClassesThat(
                        describe("are not final", owner -> !owner.getModifiers().contains(JavaModifier.FINAL)))
                .because("a proxy asks for the right, and can stand before nothing that is final");
    }

    private ArchRule routesDeclareAccess() {
        return classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(describe("an access annotation", ArchitectureRules::isRouteAccess))
                .because("a page says who may open it");
    }

    private ArchRule mappingsDeclareAccess() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .because("a mapping says which right it needs, or that it needs none");
    }

    private ArchRule pagesStartNoThreads() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..ui..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.util.Timer.class, java.util.concurrent.CompletableFuture.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executor.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executors.class)
                .because("what a page starts outlives it; services run what takes long");
    }

    private ArchRule pagesLockNothing() {
        return classes()
                .that()
                .resideInAPackage(root + "..ui..")
                .and()
                .resideOutsideOfPackage("dev.bulkhead.common.ui..")
                .should(new LockNothing())
                .because("a page's session lock is enough; a second one invites a deadlock");
    }

    private ArchRule noEngineCallsOnCallersThreads() {
        return noClasses()
                .that(services().or(resideInAnyPackage(root + "..ui..", root + ".api..", root + ".shell..")))
                .should()
                .callMethodWhere(describe("it asks an engine", ArchitectureRules::asksEngine))
                .because("an engine that hangs would hold up a page or a request; it is asked through its lane");
    }

    private ArchRule oneWayToOpenPages() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".common.ui..", root + ".shell..")
                .should()
                .callMethodWhere(describe(
                        "UI.access",
                        call -> call.getTarget() instanceof AccessTarget.MethodCallTarget target
                                && target.getOwner().isAssignableTo(UI.class)
                                && target.getName().startsWith("access")))
                .because("LiveBinding paces what is pushed, and ends it with the page");
    }

    private DescribedPredicate<JavaClass> pages() {
        return resideInAnyPackage(root + "..ui..", root + ".shell..");
    }

    /** The one that is asked cannot be asked first, and before the first administrator there is nobody to ask about. */
    private DescribedPredicate<JavaClass> services() {
        return describe(
                "services",
                type -> type.isAnnotatedWith(Service.class)
                        && !type.isEquivalentTo(AccessService.class)
                        && !type.isEquivalentTo(SetupService.class));
    }

    private static final DescribedPredicate<JavaClass> PORT_OR_REGISTRY = describe(
            "ports, EngineRegistry or EngineHandle",
            type -> isPort(type)
                    || type.isEquivalentTo(EngineRegistry.class)
                    || type.isEquivalentTo(EngineHandle.class));

    /** Its name and id an engine knows without being asked. */
    private static boolean asksEngine(JavaMethodCall call) {
        return isPort(call.getTargetOwner()) && !Set.of("id", "kind").contains(call.getName());
    }

    private static boolean isPort(JavaClass type) {
        return PORTS.stream().anyMatch(type::isEquivalentTo);
    }

    private static boolean isRouteAccess(JavaAnnotation<?> annotation) {
        return ROUTE_ACCESS.stream().anyMatch(access -> annotation.getRawType().isEquivalentTo(access));
    }
}
