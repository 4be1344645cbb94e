package dev.bulkhead.alert;

/**
 * What a rule is about.
 *
 * @param level how it is chosen
 * @param id the host's, project's or instance's; for a label its name, or name and value as {@code env=prod}; "" for all
 */
public record Place(Level level, String id) {

    public static final Place ALL = new Place(Level.ALL, "");

    /** How what a rule is about is chosen. Engines and hosts are in no project, have no label and are no instance. */
    public enum Level {
        ALL,
        HOST,
        PROJECT,
        LABEL,
        INSTANCE
    }
}
