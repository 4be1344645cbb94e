package dev.bulkhead.api;

import dev.bulkhead.access.Group;
import dev.bulkhead.access.GroupService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class PeopleController {

    private final PeopleService people;
    private final GroupService groups;

    PeopleController(PeopleService people, GroupService groups) {
        this.people = people;
        this.groups = groups;
    }

    /** An account to be made. */
    @Schema(name = "NewUser")
    record NewPerson(
            String name,

            @Schema(description = "At least ten characters", accessMode = Schema.AccessMode.WRITE_ONLY)
            String password) {

        /** What is absent gets the same answer as what is too short. */
        NewPerson(@Nullable String name, @Nullable String password) {
            this.name = Text.orEmpty(name);
            this.password = Text.orEmpty(password);
        }

        @Override
        public String toString() {
            return "NewPerson[" + name + "]";
        }
    }

    /** What is to become of an account; what is left out stays. */
    @Schema(name = "UserChange")
    record PersonChange(
            @Nullable Boolean enabled,

            @Schema(accessMode = Schema.AccessMode.WRITE_ONLY) @Nullable
            String password) {

        @Override
        public String toString() {
            return "PersonChange[" + enabled + "]";
        }
    }

    /** Persons who are given rights together. */
    @Schema(name = "Group")
    record GroupBody(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            String id,

            String name,

            @Schema(description = "Ids of users", accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Set<String> members) {

        GroupBody(@Nullable String id, @Nullable String name, @Nullable Set<String> members) {
            this.id = id;
            this.name = Text.orEmpty(name);
            this.members = members;
        }

        static GroupBody of(Group group) {
            return new GroupBody(
                    group.id().toString(),
                    group.name(),
                    group.members().stream().map(UUID::toString).collect(Collectors.toSet()));
        }
    }

    @GetMapping("/users")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "All who may sign in, by name")
    List<PersonBody> list() {
        Map<UUID, String> origins = people.origins();
        return people.list().stream()
                .map(person -> PersonBody.of(person, origins.get(person.id())))
                .toList();
    }

    @PostMapping("/users")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an account without any right")
    PersonBody add(@RequestBody NewPerson wanted) {
        return PersonBody.of(people.add(wanted.name(), wanted.password()));
    }

    @PatchMapping("/users/{id}")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "Enable, disable, or give a new password")
    PersonBody change(@PathVariable String id, @RequestBody PersonChange change) {
        UUID person = Ids.uuid("user", id);
        if (change.password() != null) {
            people.setPassword(person, change.password());
        }
        if (change.enabled() != null) {
            people.setEnabled(person, change.enabled());
        }
        return people.find(person).map(PersonBody::of).orElseThrow(() -> Problem.notFound("user", id));
    }

    @GetMapping("/groups")
    @Requires(Permission.ACCESS_MANAGE)
    @Operation(summary = "All groups, by name")
    List<GroupBody> groups() {
        return groups.list().stream().map(GroupBody::of).toList();
    }

    @PostMapping("/groups")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a group without members")
    GroupBody addGroup(@RequestBody GroupBody wanted) {
        return GroupBody.of(groups.add(wanted.name()));
    }

    @PutMapping("/groups/{id}/members")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say who is in a group",
            description =
                    "Ids of users; they replace those that were in it, but for those whom a provider or directory says are.")
    void setMembers(@PathVariable String id, @RequestBody Set<String> members) {
        groups.setMembers(
                Ids.uuid("group", id),
                members.stream().map(member -> Ids.uuid("user", member)).collect(Collectors.toSet()));
    }

    @DeleteMapping("/groups/{id}")
    @Requires(Permission.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a group with all that it was given")
    void deleteGroup(@PathVariable String id) {
        groups.delete(Ids.uuid("group", id));
    }
}
