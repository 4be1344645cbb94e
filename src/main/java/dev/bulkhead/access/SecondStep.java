package dev.bulkhead.access;

/** Whose password is not enough to sign in. */
public interface SecondStep {

    /** @param name of the user, in the spelling that is kept */
    boolean isNeeded(String name);
}
