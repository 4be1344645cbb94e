package dev.bulkhead.host;

/** Whether an engine answers. */
public enum EngineHealth {
    /** Asked for the first time and not answered yet. */
    CONNECTING,
    UP,
    /** Its connection stands and it says nothing: hung, frozen or overloaded. */
    NOT_RESPONDING,
    /** It cannot be reached, or refuses us. */
    DOWN
}
