package dev.bulkhead.access;

import java.util.List;

/**
 * Places that rights can be given for, as the feature knows them that they belong to. Features implement this; who chooses a place asks
 * all of them. Projects are known here and need none.
 */
public interface PlaceDirectory {

    /** Those that the one who is signed in may see, in any order. Answers from memory. */
    List<Place> visible();

    /**
     * A host or an instance under the name that people know it by.
     *
     * @param scope which it is
     * @param name as its engine or the configuration has it; need not be unique
     * @param detail what tells it from its namesakes; "" where there are none
     */
    record Place(Scope scope, String name, String detail) {}
}
