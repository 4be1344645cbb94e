package dev.bulkhead.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virDomainInfo;

/** Statistics of many domains by one call over the wire. */
final class BulkStats {

    /** Groups (virDomainStatsTypes). A driver leaves out those that it does not have. */
    static final int STATE = 1;

    static final int CPU_TOTAL = 1 << 1;
    static final int BALLOON = 1 << 2;
    static final int VCPU = 1 << 3;
    static final int INTERFACE = 1 << 4;
    static final int BLOCK = 1 << 5;

    /** What libvirt knows without asking a guest's process, so that a stuck one cannot hold up the answer. */
    static final int WITHOUT_GUESTS = STATE | INTERFACE;

    /** What domains use. */
    private static final int USE = CPU_TOTAL | BALLOON | INTERFACE | BLOCK;

    static final int ONLY_ACTIVE = 1;

    /** Without it a domain that somebody else is at holds the answer for up to 30 s. */
    private static final int NOWAIT = 1 << 29;

    private BulkStats() {}

    /** All domains that {@code filter} lets through: 0, or {@link #ONLY_ACTIVE}. */
    static List<DomainStats> all(Connection connection, int groups, int filter) {
        return bulk(connection, groups, filter, DomainStats::of).orElseGet(() -> {
            List<DomainStats> one = new ArrayList<>();
            Domains.forEach(connection, filter, domain -> one.add(withoutBulk(connection, domain)));
            return one;
        });
    }

    /** What running domains use, by UUID. */
    static Map<String, Sample> samples(Connection connection) {
        Instant at = Instant.now();
        return bulk(
                        connection,
                        USE,
                        ONLY_ACTIVE,
                        (uuid, name, parameters) -> Map.entry(uuid, DomainMeters.of(at, parameters)))
                .orElseGet(() -> all(connection, 0, ONLY_ACTIVE).stream()
                        .map(domain -> Map.entry(domain.uuid(), DomainMeters.of(at, domain)))
                        .toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** Empty for a driver that has no bulk call. */
    private static <T> Optional<List<T>> bulk(Connection connection, int groups, int filter, Reading<T> reading) {
        NativeLibvirt library = connection.library();
        PointerByReference records = new PointerByReference();
        int count = library.virConnectGetAllDomainStats(connection.pointer(), groups, records, filter | NOWAIT);
        if (count >= 0) {
            return Optional.of(read(library, records.getValue(), count, reading));
        }
        EngineException failure = connection.failure();
        if (failure.kind() != ErrorKind.UNSUPPORTED) {
            throw failure;
        }
        return Optional.empty();
    }

    /** One domain. */
    static DomainStats of(Connection connection, DomainPointer domain, int groups) {
        return one(connection, domain, groups, DomainStats::of).orElseGet(() -> withoutBulk(connection, domain));
    }

    /** What the parts of one domain use; none with a driver that has no such statistics. */
    static List<Part> parts(Connection connection, DomainPointer domain) {
        Instant at = Instant.now();
        return one(
                        connection,
                        domain,
                        VCPU | INTERFACE | BLOCK,
                        (uuid, name, parameters) -> DomainMeters.parts(at, parameters))
                .orElse(List.of());
    }

    /** Empty for a driver that has no such statistics. */
    private static <T> Optional<T> one(Connection connection, DomainPointer domain, int groups, Reading<T> reading) {
        NativeLibvirt library = connection.library();
        PointerByReference records = new PointerByReference();
        try (Memory list = new Memory(2L * Native.POINTER_SIZE)) {
            list.setPointer(0, domain.getPointer());
            list.setPointer(Native.POINTER_SIZE, null);
            int count = library.virDomainListGetStats(list, groups, records, NOWAIT);
            if (count < 0) {
                EngineException failure = connection.failure();
                if (failure.kind() != ErrorKind.UNSUPPORTED) {
                    throw failure;
                }
                return Optional.empty();
            }
            List<T> read = read(library, records.getValue(), count, reading);
            if (read.isEmpty()) {
                throw new EngineException(ErrorKind.NOT_FOUND, connection.engine(), "The domain went away");
            }
            return Optional.of(read.getFirst());
        }
    }

    private static <T> List<T> read(NativeLibvirt library, @Nullable Pointer records, int count, Reading<T> reading) {
        List<T> stats = new ArrayList<>(count);
        if (records == null) {
            return stats;
        }
        try {
            for (Pointer record : records.getPointerArray(0, count)) {
                DomainPointer domain = new DomainPointer(record.getPointer(0));
                TypedParameters parameters = TypedParameters.read(
                        record.getPointer(Native.POINTER_SIZE), record.getInt(2L * Native.POINTER_SIZE));
                stats.add(reading.of(Domains.uuid(domain), library.virDomainGetName(domain), parameters));
            }
            return stats;
        } finally {
            library.virDomainStatsRecordListFree(records);
        }
    }

    /** For drivers that have no bulk call (LXC, Xen): their state, memory and vCPUs, domain by domain. */
    private static DomainStats withoutBulk(Connection connection, DomainPointer domain) {
        NativeLibvirt library = connection.library();
        virDomainInfo info = new virDomainInfo();
        boolean known = library.virDomainGetInfo(domain, info) == 0;
        return new DomainStats(
                Domains.uuid(domain),
                library.virDomainGetName(domain),
                known ? info.state : 0,
                0,
                known ? info.cpuTime : null,
                known ? info.memory.longValue() : null,
                known ? info.maxMem.longValue() : null,
                known ? (long) info.nrVirtCpu : null,
                null,
                List.of(),
                List.of());
    }

    private interface Reading<T> {
        T of(String uuid, String name, TypedParameters parameters);
    }
}
