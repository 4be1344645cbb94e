package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers an {@link Instance} piece by piece; what is not set is unknown. For one thread. */
public final class InstanceBuilder {

    private final InstanceId id;
    private final String name;
    private final InstanceDetails details;
    private InstanceState state = InstanceState.UNKNOWN;
    private @Nullable String stateReason;
    private Set<Action> actions = EnumSet.noneOf(Action.class);
    private @Nullable String engineProject;
    private @Nullable Double cpus;
    private @Nullable ByteSize memory;
    private @Nullable ByteSize memoryMax;
    private List<String> addresses = List.of();
    private List<Disk> disks = List.of();
    private List<Nic> nics = List.of();
    private @Nullable Integer snapshots;
    private @Nullable Instant created;
    private @Nullable Instant started;
    private @Nullable Boolean autostart;
    private String title = "";
    private String description = "";
    private Map<String, String> labels = Map.of();
    private @Nullable String problem;

    InstanceBuilder(InstanceId id, String name, InstanceDetails details) {
        this.id = id;
        this.name = name;
        this.details = details;
    }

    public InstanceBuilder state(InstanceState state, @Nullable String reason) {
        this.state = state;
        this.stateReason = reason;
        return this;
    }

    public InstanceBuilder actions(Set<Action> actions) {
        this.actions = actions;
        return this;
    }

    public InstanceBuilder engineProject(@Nullable String project) {
        this.engineProject = project;
        return this;
    }

    public InstanceBuilder cpus(@Nullable Double cpus) {
        this.cpus = cpus;
        return this;
    }

    public InstanceBuilder memory(@Nullable ByteSize now, @Nullable ByteSize max) {
        this.memory = now;
        this.memoryMax = max;
        return this;
    }

    public InstanceBuilder addresses(List<String> addresses) {
        this.addresses = addresses;
        return this;
    }

    public InstanceBuilder disks(List<Disk> disks) {
        this.disks = disks;
        return this;
    }

    public InstanceBuilder nics(List<Nic> nics) {
        this.nics = nics;
        return this;
    }

    public InstanceBuilder snapshots(@Nullable Integer count) {
        this.snapshots = count;
        return this;
    }

    public InstanceBuilder created(@Nullable Instant created) {
        this.created = created;
        return this;
    }

    public InstanceBuilder started(@Nullable Instant started) {
        this.started = started;
        return this;
    }

    public InstanceBuilder autostart(@Nullable Boolean autostart) {
        this.autostart = autostart;
        return this;
    }

    public InstanceBuilder title(String title) {
        this.title = title;
        return this;
    }

    public InstanceBuilder description(String description) {
        this.description = description;
        return this;
    }

    public InstanceBuilder labels(Map<String, String> labels) {
        this.labels = labels;
        return this;
    }

    /** Says why part of the record is missing; the first reason stays. */
    public InstanceBuilder problem(@Nullable String problem) {
        if (this.problem == null) {
            this.problem = problem;
        }
        return this;
    }

    public Instance build() {
        return new Instance(
                id,
                name,
                details.kind(),
                state,
                stateReason,
                actions,
                engineProject,
                cpus,
                memory,
                memoryMax,
                addresses,
                disks,
                nics,
                snapshots,
                created,
                started,
                autostart,
                title,
                description,
                labels,
                details,
                problem);
    }
}
