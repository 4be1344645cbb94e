package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.Bulkhead;
import dev.bulkhead.testing.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the server as its user does, with a setting that cannot work: one line on standard error, exit code 2. */
class StartFaultTest {

    @TempDir
    Path directory;

    @Test
    void aDataDirectoryThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(start("--bulkhead.data-dir=" + file))
                .isEqualTo(new End(2, "bulkhead: bulkhead.data-dir = " + file + ": is a file; name a directory\n"));
        assertThat(start("--bulkhead.data-dir=/proc/bulkhead"))
                .isEqualTo(new End(
                        2,
                        "bulkhead: bulkhead.data-dir = /proc/bulkhead: cannot be written;"
                                + " name a directory that the server's user may write\n"));
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(start("--bulkhead.data-dir=" + directory, "--server.port=" + port))
                    .isEqualTo(new End(
                            2,
                            "bulkhead: server.port = " + port
                                    + ": another program listens there; stop it or set another port\n"));
        }
    }

    @Test
    void aValueOfTheWrongType() throws Exception {
        assertThat(start("--bulkhead.data-dir=" + directory, "--server.port=many"))
                .isEqualTo(
                        new End(
                                2,
                                "bulkhead: server.port = many: Failed to convert to type java.lang.Integer; correct the value\n"));
    }

    @Test
    void aPasswordFileThatIsMissing() throws Exception {
        assertThat(start(
                        "--bulkhead.data-dir=" + directory,
                        "--server.port=0",
                        "--bulkhead.bootstrap.admin-user=ada",
                        "--bulkhead.bootstrap.admin-password-file=/nowhere"))
                .isEqualTo(new End(
                        2,
                        "bulkhead: bulkhead.bootstrap.admin-password-file = /nowhere:"
                                + " there is no such file; make it, with the password in it\n"));
    }

    @Test
    void aDatabaseThatRefusesThePasswordOrIsNotThere() throws Exception {
        PostgresServer postgres = PostgresServer.shared();
        Path wrong = Files.writeString(directory.resolve("wrong"), "wrong password");
        String url = postgres.url("public");
        String shown = url.replaceFirst("\\?.*", "");
        String[] arguments = {
            "--bulkhead.data-dir=" + directory,
            "--server.port=0",
            "--bulkhead.database.url=" + url,
            "--bulkhead.database.password-file=" + wrong
        };
        assertThat(start(arguments))
                .isEqualTo(new End(
                        2,
                        "bulkhead: bulkhead.database.url = " + shown
                                + ": the database refuses the user or the password; correct them\n"));
        arguments[2] = "--bulkhead.database.url=jdbc:postgresql://127.0.0.1:1/bulkhead";
        assertThat(start(arguments))
                .isEqualTo(new End(
                        2,
                        "bulkhead: bulkhead.database.url = jdbc:postgresql://127.0.0.1:1/bulkhead:"
                                + " the database cannot be reached; start it or correct the address\n"));
    }

    private End start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Bulkhead.class.getName()));
        command.addAll(List.of(arguments));
        Path errors = directory.resolve("stderr");
        Process process = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(directory.resolve("stdout").toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS))
                    .as("the start ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new End(process.exitValue(), Files.readString(errors, StandardCharsets.UTF_8));
    }

    private record End(int exitCode, String errors) {}
}
