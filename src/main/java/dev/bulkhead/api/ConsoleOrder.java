package dev.bulkhead.api;

import dev.bulkhead.console.ConsoleMode;
import dev.bulkhead.console.ConsoleOptions;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.TerminalSize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which console to open, and how. All but the kind may be left out. */
record ConsoleOrder(
        @Schema(allowableValues = {"screen", "serial", "console", "exec", "attach", "logs"}) @Nullable
        String kind,

        @Schema(
                allowableValues = {"control", "view"},
                description = "view unless told otherwise")
        @Nullable
        String mode,

        @Schema(description = "Which of several") @Nullable String port,

        @Schema(description = "exec: program and arguments; a shell when left out") @Nullable
        List<String> command,

        @Schema(description = "exec: user inside the instance") @Nullable
        String user,

        @Schema(description = "exec: where to begin") @Nullable
        String directory,

        @Nullable Integer columns,
        @Nullable Integer rows,

        @Schema(description = "Id of an open console to join or come back to") @Nullable
        UUID console,

        @Schema(description = "Position of the first output byte not seen yet; all that is kept when left out")
        @Nullable
        Long from,

        @Schema(description = "logs: no line before it; refused where the log knows no moments") @Nullable
        Instant since,

        @Schema(description = "logs: no line after it; refused where the log knows no moments") @Nullable
        Instant until,

        @Schema(description = "logs: so many last lines to begin with") @Nullable
        Integer tail,

        @Schema(description = "logs: whether to go on with what comes; true unless told otherwise") @Nullable
        Boolean follow,

        @Schema(description = "logs: whether each line begins with its moment, where the log knows it") @Nullable
        Boolean timestamps) {

    private static final int MOST_WORDS = 100;
    private static final int LONGEST_WORD = 4096;

    /** @throws Problem naming what is not understood */
    ConsoleOptions options() {
        ConsoleRequest request = new ConsoleRequest(
                named(ConsoleKind.class, "kind", kind, null),
                checked("port", port),
                new TerminalSize(
                        columns == null ? TerminalSize.USUAL.columns() : columns,
                        rows == null ? TerminalSize.USUAL.rows() : rows),
                new ConsoleRequest.Exec(words(), checked("user", user), checked("directory", directory)),
                new ConsoleRequest.Logs(
                        since,
                        until,
                        tail == null ? -1 : tail,
                        follow == null || follow,
                        Boolean.TRUE.equals(timestamps)));
        ConsoleMode wanted = named(ConsoleMode.class, "mode", mode, ConsoleMode.VIEW);
        return new ConsoleOptions(request, wanted, console, from == null ? -1 : from);
    }

    private List<String> words() {
        List<String> words = command == null ? List.of() : command;
        if (words.size() > MOST_WORDS) {
            throw new Problem(ProblemType.INVALID_REQUEST, "command has " + MOST_WORDS + " words at most");
        }
        return words.stream().map(word -> checked("command", word)).toList();
    }

    private static String checked(String field, @Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_WORD || text.indexOf('\0') >= 0) {
            throw new Problem(
                    ProblemType.INVALID_REQUEST,
                    field + " has " + LONGEST_WORD + " characters at most, none of them zero");
        }
        return text;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String field, @Nullable String name, @Nullable E absent) {
        if (name == null && absent != null) {
            return absent;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> lower(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemType.INVALID_REQUEST,
                        field + " is not one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(ConsoleOrder::lower)
                                                .toList())));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
