package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A small installation made by dice: few enough of everything that all of it can be asked about. */
final class RandomWorld {

    /** Who has the last one may give rights and hold hardly any: the one to watch. */
    static final Role KEEPER = new Role(
            "keeper",
            Set.of(Permission.INSTANCE_VIEW, Permission.HOST_VIEW, Permission.OPERATION_VIEW, Permission.ACCESS_MANAGE),
            false);

    static final List<Role> ROLES =
            Stream.concat(Role.BUILT_IN.stream(), Stream.of(KEEPER, KEEPER)).toList();

    static final int PEOPLE = 4;
    static final int GROUPS = 3;
    static final int PROJECTS = 3;
    static final int INSTANCES = 6;

    final List<Person> people = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Project> projects = new ArrayList<>();
    final List<InstanceId> instances = new ArrayList<>();
    final Map<InstanceId, UUID> projectOf = new HashMap<>();
    final List<AssetId> assets = new ArrayList<>();
    final Map<AssetId, Set<UUID>> sharedWith = new HashMap<>();
    final List<Grant> grants = new ArrayList<>();
    private final Random dice;

    RandomWorld(long seed) {
        dice = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person(id(), "person-" + i, dice.nextInt(8) > 0));
        }
        for (int i = 0; i < GROUPS; i++) {
            Set<UUID> members = new HashSet<>();
            people.stream().filter(person -> dice.nextInt(3) == 0).forEach(person -> members.add(person.id()));
            groups.add(new Group(id(), "group-" + i, members));
        }
        projects.add(new Project(Project.DEFAULT, "default"));
        for (int i = 1; i < PROJECTS; i++) {
            projects.add(new Project(id(), "project-" + i));
        }
        for (int i = 0; i < INSTANCES; i++) {
            InstanceId instance = new InstanceId(new EngineId("lab-docker"), "instance-" + i);
            instances.add(instance);
            UUID project = pick(projects).id();
            if (!project.equals(Project.DEFAULT)) {
                projectOf.put(instance, project);
            }
        }
        Random more = new Random(seed);
        for (AssetId.Kind kind : AssetId.Kind.values()) {
            AssetId asset = new AssetId(new EngineId("lab-docker"), kind, "asset");
            assets.add(asset);
            Set<UUID> having = new HashSet<>();
            projects.stream().filter(project -> more.nextInt(3) == 0).forEach(project -> having.add(project.id()));
            sharedWith.put(asset, having);
        }
        int given = dice.nextInt(10);
        for (int i = 0; i < given; i++) {
            grants.add(grant());
        }
    }

    AccessModel model() {
        return new AccessModel(people, groups, projects, new Contents(projectOf, sharedWith), List.of(KEEPER), grants);
    }

    AccessModel modelWith(Grant one) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(one);
        return new AccessModel(people, groups, projects, new Contents(projectOf, sharedWith), List.of(KEEPER), more);
    }

    Grant grant() {
        Subject subject = dice.nextBoolean()
                ? Subject.user(pick(people).id())
                : Subject.group(pick(groups).id());
        return new Grant(id(), subject, pick(ROLES).name(), scope(), "dice", java.time.Instant.EPOCH);
    }

    Scope scope() {
        return switch (dice.nextInt(6)) {
            case 0 -> Scope.INSTALLATION;
            case 1 -> new Scope.OnHost(new HostId("lab"));
            case 2, 3 -> new Scope.InProject(pick(projects).id());
            default -> new Scope.OnInstance(pick(instances));
        };
    }

    /** Of a token. */
    Limit limit() {
        Set<Permission> permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(permission -> number(3) == 0);
        return new Limit(permissions, scope());
    }

    /** Every place that there is. */
    List<Scope> scopes() {
        List<Scope> all = new ArrayList<>();
        all.add(Scope.INSTALLATION);
        all.add(new Scope.OnHost(new HostId("lab")));
        projects.forEach(project -> all.add(new Scope.InProject(project.id())));
        instances.forEach(instance -> all.add(new Scope.OnInstance(instance)));
        return all;
    }

    <T> T pick(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    int number(int below) {
        return dice.nextInt(below);
    }

    private UUID id() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }
}
