package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A terminal with a process of its own, which begins with it and ends with it. */
public abstract class ExecContract extends ConsolesContract {

    @Override
    protected ConsoleRequest shell() {
        return exec("", "");
    }

    /** How often a process that prints and ends at once may lose all of it; never, unless the engine itself is known to. */
    protected int lossesAllowed() {
        return 0;
    }

    @Test
    void theExitCodeIsTold() {
        Terminal terminal = openShell(makeGuest());

        terminal.type("exit 7\n");

        terminal.readToEnd();
        assertThat(terminal.connection().exitCode()).hasValue(7);
    }

    @Test
    void allOutputOfAShortProcessIsRead() {
        String id = makeGuest();

        for (int round = 0; round < 10; round++) {
            assertThat(text(outputOf(id, "echo", "short"))).isEqualTo("short\r\n");
        }
    }

    @Test
    void outputMayBeginWithAnyByte() {
        String id = makeGuest();

        for (int first = 0; first < 4; first++) {
            String octal = "\\%03o\\000\\000\\000\\000\\000\\000\\005hello".formatted(first);
            assertThat(text(outputOf(id, "printf", octal))).isEqualTo((char) first + "\0\0\0\0\0\0\5hello");
        }
    }

    @Test
    void argumentsArriveAsTheyAre() {
        byte[] output = outputOf(makeGuest(), "printf", "[%s]", "$HOME", "a b", "", "*", "'", "ü");

        assertThat(new String(output, StandardCharsets.UTF_8)).isEqualTo("[$HOME][a b][][*]['][ü]");
    }

    @Test
    void userAndDirectoryAreAsAskedFor() {
        Terminal terminal = open(makeGuest(), exec("12345", "/etc"));

        assertThat(terminal.run("id -u; pwd")).isEqualTo("12345\n/etc");
    }

    @Test
    void theLabelNamesTheShell() {
        assertThat(openShell(makeGuest()).connection().label()).contains("sh");
    }

    @Test
    void anUnknownUserDirectoryOrCommandIsInvalid() {
        String id = makeGuest();

        assertFails(() -> open(id, exec("nobody-knows-me", "")), ErrorKind.INVALID);
        assertFails(() -> open(id, exec("", "", "/no/such/program")), ErrorKind.INVALID);
        assertFails(() -> open(id, exec("", "", "no-such-program")), ErrorKind.INVALID);
        assertFails(() -> open(id, exec("", "/no/such/directory")), ErrorKind.INVALID);
    }

    @Test
    void closingEndsTheShellAndWhatItRuns() {
        String id = makeGuest();
        Terminal terminal = openShell(id);
        String shell = terminal.run("echo $$");
        terminal.type("tail -f /dev/null\n");
        String child = awaitProcess(id, "tail");

        terminal.close();

        awaitGone(id, shell);
        awaitGone(id, child);
    }

    @Test
    void closingEndsAProcessThatPrintsAndOneThatDoesNotListen() {
        String id = makeGuest();
        Terminal prints = open(id, exec("", "", "yes"));
        String printing = awaitProcess(id, "yes");
        Terminal deaf = openShell(id);
        deaf.type("trap '' HUP INT TERM; exec tail -f /dev/null\n");
        String deafProcess = awaitProcess(id, "tail");

        prints.close();
        deaf.close();

        awaitGone(id, printing);
        awaitGone(id, deafProcess);
    }

    protected static ConsoleRequest exec(String user, String directory, String... command) {
        return ConsoleRequest.exec(new Exec(List.of(command), user, directory), TerminalSize.USUAL);
    }

    private byte[] outputOf(String id, String... command) {
        byte[] output = {};
        for (int losses = 0; output.length == 0 && losses <= lossesAllowed(); losses++) {
            Terminal terminal = open(id, exec("", "", command));
            output = terminal.readToEnd();
            assertThat(terminal.connection().exitCode()).hasValue(0);
        }
        return output;
    }
}
