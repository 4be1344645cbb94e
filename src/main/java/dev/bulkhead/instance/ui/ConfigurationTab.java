package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.FactList;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the instance is set up, in the terms of its kind. */
final class ConfigurationTab extends Div {

    ConfigurationTab(Instance instance) {
        addClassName("halves");
        FactList facts = limits(instance);
        switch (instance.details()) {
            case VirtualMachine machine -> add(facts, machine);
            case SystemContainer container -> add(facts, container);
            case ApplicationContainer container -> add(facts, container);
        }
        add(new Panel(text("tab.configuration"), facts), new Panel(text("labels"), labels(instance.labels())));
    }

    private static FactList limits(Instance instance) {
        FactList facts = new FactList()
                .fact(text("fact.cpus"), instance.cpus() == null ? text("no-limit") : Units.cpus(instance.cpus()))
                .fact(
                        text("fact.memory"),
                        instance.memory() == null ? text("no-limit") : Units.bytes(instance.memory()));
        if (instance.memoryMax() != null && !instance.memoryMax().equals(instance.memory())) {
            facts.fact(text("fact.memory-max"), Units.bytes(instance.memoryMax()));
        }
        return facts.fact(engineProject(instance.details()), instance.engineProject());
    }

    private static void add(FactList facts, VirtualMachine machine) {
        facts.fact(text("fact.max-vcpus"), machine.maxVcpus() == null ? null : String.valueOf(machine.maxVcpus()))
                .fact(text("fact.acceleration"), acceleration(machine.accelerated()))
                .code(text("fact.architecture"), machine.architecture())
                .code(text("fact.machine-type"), machine.machineType())
                .fact(text("fact.firmware"), machine.firmware())
                .fact(text("fact.persistent"), text(machine.persistent() ? "yes" : "fact.persistent.no"))
                .fact(
                        text("fact.screens"),
                        machine.graphics().stream()
                                .limit(10)
                                .map(screen -> screen.type() + " " + screen.listen())
                                .collect(Collectors.joining(", ")))
                .fact(text("fact.serial"), String.valueOf(machine.serialPorts()))
                .fact(text("fact.profiles"), list(machine.profiles()));
    }

    /** The engine's own word, which is not what rights are given for. */
    private static String engineProject(InstanceDetails details) {
        return text(details instanceof ApplicationContainer ? "fact.compose-project" : "fact.engine-project");
    }

    private static @Nullable String acceleration(@Nullable Boolean accelerated) {
        return accelerated == null ? null : text(accelerated ? "fact.acceleration.yes" : "fact.acceleration.no");
    }

    private static void add(FactList facts, SystemContainer container) {
        facts.fact(text("fact.image"), container.image())
                .code(text("fact.architecture"), container.architecture())
                .fact(text("fact.profiles"), list(container.profiles()))
                .fact(text("fact.privileged"), text(container.privileged() ? "fact.privileged.yes" : "no"))
                .fact(text("fact.ephemeral"), text(container.ephemeral() ? "fact.ephemeral.yes" : "no"));
    }

    private static void add(FactList facts, ApplicationContainer container) {
        facts.code(text("fact.image"), container.image())
                .code(
                        text("fact.command"),
                        String.join(" ", container.command().stream().limit(100).toList()))
                .fact(text("fact.health"), container.health())
                .fact(
                        text("fact.exit-code"),
                        container.exitCode() == null ? null : String.valueOf(container.exitCode()))
                .fact(text("fact.restart-policy"), container.restartPolicy())
                .code(text("fact.ports"), list(container.ports()));
        if (container.privileged() != null) {
            facts.fact(text("fact.privileged"), text(container.privileged() ? "fact.privileged.yes" : "no"));
        }
    }

    private static String list(List<String> words) {
        return String.join(", ", words.stream().limit(50).toList());
    }

    private static com.vaadin.flow.component.Component labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            Paragraph none = new Paragraph(text("labels.none"));
            none.addClassName("muted");
            return none;
        }
        List<Map.Entry<String, String>> sorted =
                labels.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return new SmallTable(text("label.key"), text("label.value"))
                .rows(
                        sorted,
                        (table, label) -> table.row(
                                SmallTable.code(cut(label.getKey(), 120)),
                                SmallTable.code(cut(label.getValue(), 200))));
    }
}
