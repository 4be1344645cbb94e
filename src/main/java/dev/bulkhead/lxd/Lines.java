package dev.bulkhead.lxd;

/** Counts lines in bytes. */
final class Lines {

    private Lines() {}

    /** Where the last so many lines begin; an unfinished line is one. */
    static int beginOfLast(byte[] text, int lines) {
        if (lines == 0) {
            return text.length;
        }
        int missing = lines;
        for (int at = text.length - 1; at > 0; at--) {
            if (text[at - 1] == '\n' && --missing == 0) {
                return at;
            }
        }
        return 0;
    }
}
