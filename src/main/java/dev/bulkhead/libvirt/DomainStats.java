package dev.bulkhead.libvirt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bulk statistics tell of one domain. Figures that the driver does not give are null.
 *
 * @param state virDomainState
 * @param reason the state's own number for why
 * @param memoryKib what the guest has now
 * @param memoryMaxKib what it can have
 * @param disks block devices with what they take
 * @param nics the host's names of its interfaces
 */
record DomainStats(
        String uuid,
        String name,
        int state,
        int reason,
        @Nullable Long cpuNanos,
        @Nullable Long memoryKib,
        @Nullable Long memoryMaxKib,
        @Nullable Long vcpus,
        @Nullable Long vcpusMax,
        List<Block> disks,
        List<String> nics) {

    /** A machine with more than this is cut in the list, for the eye's and the memory's sake. */
    static final int MOST_DEVICES = 256;

    record Block(
            String device,
            String path,
            @Nullable Long capacity,
            @Nullable Long allocation) {}

    static DomainStats of(String uuid, String name, TypedParameters parameters) {
        return new DomainStats(
                uuid,
                name,
                parameters.count("state.state"),
                parameters.count("state.reason"),
                parameters.number("cpu.time"),
                parameters.number("balloon.current"),
                parameters.number("balloon.maximum"),
                parameters.number("vcpu.current"),
                parameters.number("vcpu.maximum"),
                blocks(parameters),
                nics(parameters));
    }

    /** This one with what only the guest's own process tells. */
    DomainStats with(DomainStats figures) {
        return new DomainStats(
                uuid,
                name,
                state,
                reason,
                figures.cpuNanos,
                figures.memoryKib,
                figures.memoryMaxKib,
                figures.vcpus,
                figures.vcpusMax,
                figures.disks,
                nics);
    }

    private static List<Block> blocks(TypedParameters parameters) {
        int count = Math.min(parameters.count("block.count"), MOST_DEVICES);
        List<Block> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String block = "block." + i + ".";
            blocks.add(new Block(
                    parameters.text(block + "name"),
                    parameters.text(block + "path"),
                    parameters.number(block + "capacity"),
                    parameters.number(block + "allocation")));
        }
        return blocks;
    }

    private static List<String> nics(TypedParameters parameters) {
        int count = Math.min(parameters.count("net.count"), MOST_DEVICES);
        List<String> nics = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nics.add(parameters.text("net." + i + ".name"));
        }
        return nics;
    }
}
