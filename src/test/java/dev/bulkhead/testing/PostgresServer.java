package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A private PostgreSQL on a port of loopback. It does not sync, as no test outlives a power cut; everything else is as in production.
 * Where none can run, the test is aborted on a laptop and fails where {@code CI} is set.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "bulkhead";
    public static final String PASSWORD = "only for tests";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static @Nullable PostgresServer shared;

    private final int port;
    private final LoopbackDaemon daemon;

    private PostgresServer() {
        port = FreePort.find();
        Path directory = Sandbox.newDirectory();
        Path data = directory.resolve("data");
        initialize(directory, data);
        List<String> command = new ArrayList<>(LoopbackDaemon.withoutRights());
        command.addAll(List.of(program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "max_connections=300",
                "log_min_messages=error")) {
            command.addAll(List.of("-c", setting));
        }
        daemon = LoopbackDaemon.start(directory, "QUIT", command, this::answers);
    }

    /** One for all tests of this JVM, with which it ends. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    /** One of the test's own; the test closes it. */
    public static PostgresServer open() {
        try {
            return new PostgresServer();
        } catch (RuntimeException failure) {
            String message = "PostgreSQL cannot run here: " + failure.getMessage();
            throw System.getenv("CI") == null
                    ? new TestAbortedException(message, failure)
                    : new IllegalStateException(message, failure);
        }
    }

    /** Of the one database that there is. @param schema in which tables are looked for and made */
    public String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?currentSchema=" + schema;
    }

    private static void initialize(Path directory, Path data) {
        try {
            Files.createDirectory(data);
            LoopbackDaemon.giveAway(data);
            Path password = Files.writeString(directory.resolve("password"), PASSWORD);
            List<String> command = new ArrayList<>(LoopbackDaemon.withoutRights());
            command.add(program("initdb"));
            new CommandLine(command, Map.of("LC_ALL", "C.UTF-8"))
                    .run(
                            "--pgdata=" + data,
                            "--username=" + USER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-sync");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Debian keeps them out of {@code PATH}, by version. */
    private static String program(String name) {
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.<Path>empty()) {
            Stream<Path> path =
                    Stream.of(String.valueOf(System.getenv("PATH")).split(":")).map(Path::of);
            return LoopbackDaemon.program(
                    name, Stream.concat(path, versions.sorted().map(version -> version.resolve("bin"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean answers() {
        try (var connection = java.sql.DriverManager.getConnection(url("public"), USER, PASSWORD)) {
            return connection.isValid(1);
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
