package dev.bulkhead.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.bulkhead.engine.Action;
import dev.bulkhead.instance.ActionNames;
import java.util.Arrays;
import java.util.List;

/** An action as the API spells it. */
record ActionName(@JsonValue String value) {

    static ActionName of(Action action) {
        return new ActionName(ActionNames.of(action));
    }

    static List<String> all() {
        return Arrays.stream(Action.values()).map(ActionNames::of).toList();
    }

    /** @throws Problem naming the allowed ones */
    static Action parse(String name) {
        return ActionNames.parse(name)
                .orElseThrow(() ->
                        new Problem(ProblemType.INVALID_REQUEST, "action is not one of " + String.join(", ", all())));
    }
}
