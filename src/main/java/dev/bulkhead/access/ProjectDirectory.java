package dev.bulkhead.access;

import dev.bulkhead.common.Registration;

/** Tells features which project each instance is in, whoever asks: what they tell further they narrow to what may be seen. */
public interface ProjectDirectory {

    /** As it is now; from memory. */
    Projects projects();

    /** Calls {@code listener} after anything about people, rights or projects changed; on the thread that did, and must return at once. */
    Registration onChange(Runnable listener);
}
