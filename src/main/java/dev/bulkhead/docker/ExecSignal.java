package dev.bulkhead.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sends a signal to a process that was begun in a container, for which the engines have no call. The id that they tell of it is the
 * host's, and may be another machine's; so a shell inside the container looks for the mark that the process has in its environment, and
 * takes the oldest that has it, since children inherit it.
 */
final class ExecSignal {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{1,10}");

    /** Commands of every shell's own only, as the container may have no others. */
    private static final String SCRIPT = """
            signal=$1 mark=$2 oldest= began=
            for process in /proc/[0-9]*; do
              marked=
              while read -r line || [ "$line" ]; do
                case $line in *"$mark"*) marked=1 ;; esac
              done <"$process/environ"
              [ "$marked" ] && read -r line <"$process/stat" || continue
              set -- ${line##*) }
              if [ -z "$oldest" ] || [ "${20}" -lt "$began" ]; then oldest=${process#/proc/} began=${20}; fi
            done 2>/dev/null
            [ -z "$oldest" ] || kill -s "$signal" "$oldest"
            """;

    private ExecSignal() {}

    /** Whether this may be handed on as a signal's name; it comes from outside. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A variable for the environment of one process. */
    static String newMark() {
        return "BULKHEAD_CONSOLE=" + UUID.randomUUID();
    }

    /** Without effect in a container without a shell. Returns when the shell has been started. */
    static void send(DockerApi api, String containerId, String mark, String name) {
        Optional<String> shell = isName(name) ? Shells.first(api, containerId) : Optional.empty();
        if (shell.isPresent()) {
            List<String> command = List.of(shell.get(), "-c", SCRIPT, "sh", name, mark);
            String execId = api.post("/containers/" + containerId + "/exec", Map.of("Cmd", command, "User", "0"))
                    .path("Id")
                    .asString("");
            api.post("/exec/" + execId + "/start", Map.of("Detach", true));
        }
    }
}
