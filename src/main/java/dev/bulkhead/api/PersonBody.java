package dev.bulkhead.api;

import dev.bulkhead.access.Person;
import io.swagger.v3.oas.annotations.media.Schema;

/** Someone who may sign in. */
@Schema(name = "User")
record PersonBody(
        String id,
        @Schema(description = "What is typed at sign-in") String name,

        @Schema(description = "Accounts are disabled and never deleted")
        boolean enabled) {

    static PersonBody of(Person person) {
        return new PersonBody(person.id().toString(), person.name(), person.enabled());
    }
}
