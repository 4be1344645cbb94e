package dev.bulkhead.engine;

/** Columns and rows of a terminal, both within what real programs survive. */
public record TerminalSize(int columns, int rows) {

    public static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_ROWS = 500;

    /** Brings whatever a browser sent into the possible. */
    public TerminalSize {
        columns = Math.clamp(columns, 2, MOST_COLUMNS);
        rows = Math.clamp(rows, 1, MOST_ROWS);
    }
}
