package dev.bulkhead.access;

/** What became of a try to make the first administrator. */
public enum SetupOutcome {
    CREATED,
    /** Somebody was quicker: there is a user. */
    ALREADY_SET_UP,
    CODE_WRONG,
    /** Too soon after several wrong codes; this one was not looked at. */
    CODE_WAIT,
    NAME_INVALID,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    /** Among those that are guessed first. */
    PASSWORD_COMMON
}
