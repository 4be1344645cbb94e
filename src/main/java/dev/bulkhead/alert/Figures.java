package dev.bulkhead.alert;

import dev.bulkhead.common.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as they stand in records and messages. */
public final class Figures {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    /** What lies beyond is not told apart. */
    static final double FAR_DAYS = 3650;

    private Figures() {}

    /** {@code 97.5 %}, {@code 1.5 MiB/s}, {@code 2.5 days}, {@code over 10 years}, {@code yes}. */
    public static String of(Signal signal, double value) {
        return switch (signal.unit()) {
            case SHARE, TIME_SHARE -> number(value * 100) + " %";
            case BYTES_A_SECOND -> new ByteSize((long) Math.max(0, value)) + "/s";
            case DAYS -> value >= FAR_DAYS ? "over 10 years" : number(value) + " days";
            case YES_OR_NO -> value >= 1 ? "yes" : "no";
        };
    }

    /** {@code 10 min}, {@code 90 s}, {@code 2 h}. */
    public static String of(Duration time) {
        if (time.toSeconds() % 60 != 0) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() % 60 != 0 || time.isZero() ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /** In the server's time zone. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** In the server's time zone. */
    static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.systemDefault()).toString();
    }

    /** Other people's words as one line that every database and every receiver takes, cut where it is too long. */
    static String line(String words, int most) {
        StringBuilder line = new StringBuilder();
        words.codePoints()
                .limit(most)
                .map(point -> Character.isISOControl(point) || isUnwritable(point) ? ' ' : point)
                .forEach(point -> {
                    if (line.length() + Character.charCount(point) <= most) {
                        line.appendCodePoint(point);
                    }
                });
        return line.toString();
    }

    /** Half of a pair, ends of lines, and what turns the direction of the text around it. */
    private static boolean isUnwritable(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.1f", value);
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
