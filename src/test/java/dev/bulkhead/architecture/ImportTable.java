package dev.bulkhead.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may knock on whose door: the table of packages in ARCHITECTURE section 2. */
final class ImportTable {

    private static final List<String> ADAPTERS = List.of("libvirt", "docker", "lxd");
    private static final List<String> GROUND = List.of("engine", "access", "operation", "common");
    private static final List<String> FEATURES =
            List.of("host", "storage", "network", "image", "asset", "metrics", "console");

    private ImportTable() {}

    static Map<String, ArchRule> of(String root) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("common", List.of());
        allowed.put("engine", List.of("common"));
        ADAPTERS.forEach(adapter -> allowed.put(adapter, List.of("engine", "common")));
        allowed.put("access", List.of("common"));
        allowed.put("operation", List.of("access", "common"));
        allowed.put("host", GROUND);
        FEATURES.stream().skip(1).forEach(feature -> allowed.put(feature, joined(GROUND, List.of("host"))));
        allowed.put("alert", joined(GROUND, List.of("host", "metrics")));
        allowed.put("instance", joined(GROUND, FEATURES, List.of("alert")));
        allowed.put("capacity", joined(GROUND, FEATURES, List.of("alert", "instance")));
        allowed.put("api", joined(GROUND, FEATURES, List.of("alert", "instance", "capacity")));
        allowed.put("shell", List.of("access", "operation", "common"));
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        allowed.forEach((name, imports) -> rules.put("imports of " + name, rule(root, name, imports)));
        return rules;
    }

    private static ArchRule rule(String root, String name, List<String> imports) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + name + "..")
                .should()
                .dependOnClassesThat(describe("are of ours and not in " + imports, type -> {
                    String room = room(root, type.getPackageName());
                    return room != null && !room.equals(name) && !imports.contains(room);
                }))
                .because("the table of packages says so; change it first, on purpose")
                .allowEmptyShould(true);
    }

    /** The package directly below the root; null for what is not ours. */
    private static String room(String root, String packageName) {
        if (!packageName.startsWith(root + ".")) {
            return null;
        }
        return packageName.substring(root.length() + 1).split("\\.")[0];
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
