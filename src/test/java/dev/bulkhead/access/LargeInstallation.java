package dev.bulkhead.access;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A thousand persons, ten thousand grants, ten thousand instances in two hundred projects; the first person was given fifty. */
public final class LargeInstallation {

    private static final int PERSONS = 1_000;
    private static final int GROUPS = 50;
    private static final int PROJECTS = 200;
    private static final int GRANTS = 10_000;
    private static final int FIRST_ONES = 50;

    private final Random dice = new Random(4);
    private final List<Person> people = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private final List<InstanceId> instances = new ArrayList<>();
    private final AccessModel model;

    /** @param size how many instances */
    public LargeInstallation(int size) {
        for (int i = 0; i < PERSONS; i++) {
            people.add(new Person(id(), "person-" + i, true));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Set<UUID> members = dice.ints(40, 1, PERSONS)
                    .mapToObj(person -> people.get(person).id())
                    .collect(Collectors.toSet());
            groups.add(new Group(id(), "group-" + i, members));
        }
        for (int i = 0; i < PROJECTS; i++) {
            projects.add(new Project(id(), "project-" + i));
        }
        Map<InstanceId, UUID> projectOf = new HashMap<>();
        for (int i = 0; i < size; i++) {
            InstanceId instance = new InstanceId(new EngineId("atlas-libvirt"), id().toString());
            instances.add(instance);
            projectOf.put(instance, projects.get(dice.nextInt(PROJECTS)).id());
        }
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < GRANTS; i++) {
            Subject subject = i < FIRST_ONES
                    ? Subject.user(people.getFirst().id())
                    : i % 10 == 0
                            ? Subject.group(groups.get(dice.nextInt(GROUPS)).id())
                            : Subject.user(
                                    people.get(1 + dice.nextInt(PERSONS - 1)).id());
            grants.add(new Grant(id(), subject, Role.OPERATOR.name(), scope(), "bench", Instant.EPOCH));
        }
        model = new AccessModel(people, groups, projects, new Contents(projectOf, Map.of()), List.of(), grants);
    }

    public Rights firstOnes() {
        return model.rights("person-0");
    }

    public List<InstanceId> instances() {
        return instances;
    }

    /** Asks one question as a service does: by the name of whoever is signed in. */
    public boolean asks(int person, InstanceId instance) {
        return model.rights("person-" + person % PERSONS).at(Permission.INSTANCE_OPERATE, instance);
    }

    private Scope scope() {
        return switch (dice.nextInt(10)) {
            case 0 -> new Scope.OnHost(new HostId("atlas"));
            case 1, 2, 3, 4 -> new Scope.OnInstance(instances.get(dice.nextInt(instances.size())));
            default -> new Scope.InProject(projects.get(dice.nextInt(PROJECTS)).id());
        };
    }

    private UUID id() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }
}
