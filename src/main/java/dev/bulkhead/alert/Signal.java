package dev.bulkhead.alert;

import java.time.Duration;

/** What a rule looks at: one number of each instance, host or engine at each tick. */
public enum Signal {
    /** CPU time as a share of the instance's limit, or of its host's CPUs where it has none. */
    INSTANCE_CPU(Kind.INSTANCE, Unit.SHARE),
    /** Memory as a share of its limit; what has none has no such number. */
    INSTANCE_MEMORY(Kind.INSTANCE, Unit.SHARE),
    /** What it receives and sends, together. */
    INSTANCE_NETWORK(Kind.INSTANCE, Unit.BYTES_A_SECOND),
    /** What it reads and writes, together. */
    INSTANCE_DISK(Kind.INSTANCE, Unit.BYTES_A_SECOND),
    /** Ended by a fault. */
    INSTANCE_CRASHED(Kind.INSTANCE, Unit.YES_OR_NO),
    /** Runs, and its own check says that it does not work. */
    INSTANCE_UNHEALTHY(Kind.INSTANCE, Unit.YES_OR_NO),
    /** Is off, though it is one that its engine starts by itself. */
    INSTANCE_OFF(Kind.INSTANCE, Unit.YES_OR_NO),
    /** Days until its lease is over; what may stay as long as it likes has no such number. */
    LEASE_DAYS(Kind.INSTANCE, Unit.DAYS),
    /** Memory in use as a share of all there is. */
    HOST_MEMORY(Kind.HOST, Unit.SHARE),
    /** How full the fullest of the host's active pools is. */
    HOST_STORAGE(Kind.HOST, Unit.SHARE),
    /** CPU time as a share of all the host's CPUs. */
    HOST_CPU(Kind.HOST, Unit.SHARE),
    /** How much of the time some task waited for a CPU, for memory to be freed, or for a disk; where the kernel tells. */
    HOST_PRESSURE_CPU(Kind.HOST, Unit.TIME_SHARE),
    HOST_PRESSURE_MEMORY(Kind.HOST, Unit.TIME_SHARE),
    HOST_PRESSURE_DISK(Kind.HOST, Unit.TIME_SHARE),
    /** Days until the host's memory, or the first place of its storage, is full at this pace; ten years where it does not fill up, or later. */
    HOST_MEMORY_DAYS(Kind.HOST, Unit.DAYS),
    HOST_STORAGE_DAYS(Kind.HOST, Unit.DAYS),
    /** The engine does not answer or cannot be reached. */
    ENGINE_DOWN(Kind.ENGINE, Unit.YES_OR_NO);

    /** A host's figures are read once a minute while nobody looks. */
    private static final Duration HOST_GAP = Duration.ofMinutes(3);

    private final Kind kind;
    private final Unit unit;

    Signal(Kind kind, Unit unit) {
        this.kind = kind;
        this.unit = unit;
    }

    /** What kind of thing has it. */
    public enum Kind {
        INSTANCE,
        HOST,
        ENGINE
    }

    /** What is counted. */
    public enum Unit {
        /** 1 is all of it. */
        SHARE,
        /** 1 is all the time. */
        TIME_SHARE,
        BYTES_A_SECOND,
        DAYS,
        /** 1 for yes, 0 for no. */
        YES_OR_NO
    }

    public Kind kind() {
        return kind;
    }

    public Unit unit() {
        return unit;
    }

    /** How long there may be no reading before those on both sides say nothing about the time between them. */
    Duration gap(Duration tick) {
        Duration three = tick.multipliedBy(3);
        return kind == Kind.HOST && three.compareTo(HOST_GAP) < 0 ? HOST_GAP : three;
    }
}
