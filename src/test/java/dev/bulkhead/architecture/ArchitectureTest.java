package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.bulkhead.Bulkhead;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The house is as its picture says; and each rule notices when it is not. */
class ArchitectureTest {

    private static final String PRODUCT = "dev.bulkhead";
    private static final String EXAMPLES = "dev.bulkhead.architecture.broken";

    /** The rule and a class below {@link #EXAMPLES} that breaks it; the import table's rows are one rule. */
    private static final Map<String, String> BROKEN_BY = Map.ofEntries(
            Map.entry("1 libvirt", "host.UsesLibvirt"),
            Map.entry("1 docker", "host.UsesDocker"),
            Map.entry("1 lxd", "host.UsesLxd"),
            Map.entry("2 plain vocabulary", "engine.KnowsSpring"),
            Map.entry("3 vaadin", "host.KnowsVaadin"),
            Map.entry("3 pages and ports", "host.ui.HoldsPort"),
            Map.entry("4 gateway", "console.gateway.KnowsVaadin"),
            Map.entry("5 services", "host.OpenService"),
            Map.entry("5 declared methods", "host.FinalService"),
            Map.entry("5 routes", "host.ui.OpenView"),
            Map.entry("5 mappings", "api.OpenController"),
            Map.entry("6 threads", "host.ui.StartsThread"),
            Map.entry("6 locks", "host.ui.Locks"),
            Map.entry("6 engine calls", "host.AsksEngineService"),
            Map.entry("6 ui access", "host.ui.PushesItself"),
            Map.entry("7 cycles", "access.KnowsHost"),
            Map.entry("imports of access", "access.KnowsHost"));

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PRODUCT);
        return ArchitectureRules.below(PRODUCT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleNoticesWhenItIsBroken() {
        JavaClasses examples = new ClassFileImporter().importPackages(EXAMPLES);
        var rules = ArchitectureRules.below(EXAMPLES);
        return BROKEN_BY.entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(broken.getKey(), () -> {
                    EvaluationResult result = rules.get(broken.getKey()).evaluate(examples);
                    assertThat(result.hasViolation()).isTrue();
                    assertThat(result.getFailureReport().toString()).contains(EXAMPLES + "." + broken.getValue());
                }));
    }

    @Test
    void noRuleGoesWithoutAnExample() {
        assertThat(ArchitectureRules.below(EXAMPLES).keySet().stream().filter(rule -> !rule.startsWith("imports of ")))
                .allMatch(BROKEN_BY::containsKey);
    }

    /** Spring Modulith's view of the same: no circles, nobody reaches into another module's inner packages. */
    @Test
    void modulesKeepTheirInsidesToThemselves() {
        ApplicationModules.of(Bulkhead.class).verify();
    }
}
