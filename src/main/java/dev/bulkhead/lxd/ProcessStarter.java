package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Begins a process with a terminal in an instance. The server says nothing of a directory that does not exist, and tells of a missing
 * program only by the end; so both are looked for before.
 */
final class ProcessStarter {

    private static final List<String> SHELLS = List.of("/bin/bash", "/bin/sh", "/bin/ash", "/bin/zsh");

    /** Where the server looks for programs, unless the instance's configuration says otherwise. */
    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin:/run/current-system/sw/bin";

    private final LxdClient client;
    private final InstanceDocument target;
    private final GuestFiles files;

    ProcessStarter(LxdClient client, InstanceDocument target) {
        this.client = client;
        this.target = target;
        this.files = new GuestFiles(client, target.name());
    }

    /** What the server says about the operation. */
    JsonNode begin(List<String> command, ConsoleRequest request) {
        Exec exec = request.exec();
        GuestUser user = user(exec.user());
        requireDirectory(exec.directory());
        return client.beginSockets(target.name().path("exec"), body(command, user, exec.directory(), request.size()));
    }

    /** The asked one, if the instance has it, or the first shell that it has. */
    List<String> command(Exec exec) {
        if (exec.command().isEmpty()) {
            return List.of(SHELLS.stream()
                    .filter(files::isFile)
                    .findFirst()
                    .orElseThrow(() -> error(ErrorKind.UNSUPPORTED, "It has no shell (looked for " + SHELLS + ")")));
        }
        String program = exec.command().getFirst();
        if (candidates(program).noneMatch(files::isFile)) {
            throw error(ErrorKind.INVALID, "It has no program " + Text.cut(program));
        }
        return exec.command();
    }

    private Stream<String> candidates(String program) {
        if (program.contains("/")) {
            return Stream.of(program.startsWith("/") ? program : "/" + program);
        }
        String configured = target.config("environment.PATH");
        return Stream.of((configured.isEmpty() ? USUAL_PATH : configured).split(":"))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> directory + "/" + program);
    }

    private GuestUser user(String nameOrNumber) {
        if (nameOrNumber.isEmpty()) {
            return GuestUser.ROOT;
        }
        return GuestUser.find(nameOrNumber, files.text("/etc/passwd"))
                .orElseThrow(() -> error(
                        ErrorKind.INVALID,
                        "Its /etc/passwd has no user " + Text.cut(nameOrNumber) + "; a number would do"));
    }

    private void requireDirectory(String directory) {
        if (!directory.isEmpty() && !(directory.startsWith("/") && files.isDirectory(directory))) {
            throw error(ErrorKind.INVALID, "It has no directory " + Text.cut(directory));
        }
    }

    private static ObjectNode body(List<String> command, GuestUser user, String directory, TerminalSize size) {
        ObjectNode body = Envelope.object()
                .put("interactive", true)
                .put("wait-for-websocket", true)
                .put("width", size.columns())
                .put("height", size.rows())
                .put("user", user.number())
                .put("group", user.group())
                .put("cwd", directory);
        command.forEach(body.putArray("command")::add);
        ObjectNode environment = body.putObject("environment").put("TERM", "xterm-256color");
        if (!user.name().isEmpty()) {
            environment.put("USER", user.name());
        }
        if (!user.home().isEmpty()) {
            environment.put("HOME", user.home());
        }
        return body;
    }

    private EngineException error(ErrorKind kind, String message) {
        return client.errors().of(kind, message);
    }
}
