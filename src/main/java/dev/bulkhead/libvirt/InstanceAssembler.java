package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.engine.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an instance together from what statistics tell now and what the last look told. */
final class InstanceAssembler {

    private final EngineId engine;
    private final Driver driver;

    InstanceAssembler(EngineId engine, Driver driver) {
        this.engine = engine;
        this.driver = driver;
    }

    Instance assemble(DomainStats stats, DomainState state, DomainFacts facts, Map<String, List<String>> leases) {
        DomainXml xml = facts.xml();
        List<Nic> nics = state.isActive() ? nics(stats, facts, leases) : xml == null ? List.of() : xml.nics();
        return Instance.builder(
                        new InstanceId(engine, stats.uuid()), DomainXml.cut(stats.name()), details(stats, state, xml))
                .state(state.meaning(), state.why())
                .actions(state.actions(driver))
                .cpus(cpus(stats, xml))
                .memory(
                        size(or(stats.memoryKib(), xml, DomainXml::memoryKib)),
                        size(or(stats.memoryMaxKib(), xml, DomainXml::memoryMaxKib)))
                .addresses(nics.stream()
                        .flatMap(nic -> nic.addresses().stream())
                        .distinct()
                        .toList())
                .disks(disks(stats, xml))
                .nics(nics)
                .snapshots(facts.snapshots())
                .autostart(facts.autostart())
                .title(xml == null ? "" : xml.title())
                .description(xml == null ? "" : xml.description())
                .problem(facts.problem())
                .build();
    }

    private InstanceDetails details(DomainStats stats, DomainState state, @Nullable DomainXml xml) {
        if (driver.containers()) {
            return new SystemContainer(
                    "",
                    xml == null ? "" : xml.architecture(),
                    List.of(),
                    xml == null || xml.privileged(),
                    !state.persistent());
        }
        Long max = or(stats.vcpusMax(), xml, DomainXml::vcpusMax);
        return new VirtualMachine(
                max == null ? null : max.intValue(),
                xml == null ? "" : xml.architecture(),
                xml == null ? "" : xml.machineType(),
                xml == null ? "" : xml.firmware(),
                xml == null ? null : xml.accelerated(),
                state.persistent(),
                xml == null ? List.of() : xml.graphics(),
                xml == null ? 0 : xml.serialPorts(),
                List.of());
    }

    private static @Nullable Double cpus(DomainStats stats, @Nullable DomainXml xml) {
        Long vcpus = or(stats.vcpus(), xml, DomainXml::vcpus);
        return vcpus == null ? null : vcpus.doubleValue();
    }

    /** Statistics are of now; the document is as old as the last look. */
    private static @Nullable Long or(
            @Nullable Long now, @Nullable DomainXml xml, Function<DomainXml, @Nullable Long> then) {
        return now != null || xml == null ? now : then.apply(xml);
    }

    private static List<Disk> disks(DomainStats stats, @Nullable DomainXml xml) {
        Map<String, DomainStats.Block> sizes = stats.disks().stream()
                .collect(Collectors.toMap(DomainStats.Block::device, Function.identity(), (first, second) -> first));
        if (xml == null) {
            return stats.disks().stream()
                    .map(block -> sized(new Disk(block.device(), "disk", block.path(), null, null, false), block))
                    .toList();
        }
        return xml.disks().stream()
                .map(disk -> sized(disk, sizes.get(disk.device())))
                .toList();
    }

    private static Disk sized(Disk disk, DomainStats.@Nullable Block block) {
        return block == null
                ? disk
                : new Disk(
                        disk.device(),
                        disk.type(),
                        block.path().isEmpty() ? disk.source() : block.path(),
                        block.capacity() == null ? null : new ByteSize(Math.max(0, block.capacity())),
                        block.allocation() == null ? null : new ByteSize(Math.max(0, block.allocation())),
                        disk.readOnly());
    }

    private static List<Nic> nics(DomainStats stats, DomainFacts facts, Map<String, List<String>> leases) {
        DomainXml xml = facts.xml();
        if (xml == null) {
            return stats.nics().stream()
                    .map(name -> new Nic(name, "", "", "", List.of()))
                    .toList();
        }
        List<Nic> nics = new ArrayList<>();
        for (Nic nic : xml.nics()) {
            // A lease of now is worth more than what the last look found.
            List<String> addresses = Stream.of(
                            leases.get(nic.mac()), facts.addresses().get(nic.mac()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(List.of());
            nics.add(new Nic(nic.name(), nic.mac(), nic.network(), nic.model(), addresses));
        }
        return nics;
    }

    private static @Nullable ByteSize size(@Nullable Long kibibytes) {
        return kibibytes == null || kibibytes < 0 || kibibytes > Long.MAX_VALUE / 1024
                ? null
                : ByteSize.ofKibibytes(kibibytes);
    }
}
