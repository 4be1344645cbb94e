package dev.bulkhead.api;

import dev.bulkhead.access.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Someone who may sign in. */
@Schema(name = "User")
record PersonBody(
        String id,
        @Schema(description = "What is typed at sign-in") String name,

        @Schema(description = "Accounts are disabled and never deleted")
        boolean enabled,

        @Schema(
                description =
                        "Where they sign in, if not here; null for who has a password here, and where it is not told")
        @Nullable
        String origin) {

    static PersonBody of(Person person) {
        return new PersonBody(person.id().toString(), person.name(), person.enabled(), null);
    }

    static PersonBody of(Person person, @Nullable String origin) {
        return new PersonBody(person.id().toString(), person.name(), person.enabled(), origin);
    }
}
