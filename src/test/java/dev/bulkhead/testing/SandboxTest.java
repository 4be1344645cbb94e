package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SandboxTest {
    @Test
    void endsWithItsJvmEvenWhenThatIsKilled() throws Exception {
        Assumptions.assumeTrue(
                System.getenv("CI") != null || System.getProperty("user.name").equals("root"), "needs root");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path directory = Path.of(jvm.inputReader().readLine());
        assertThat(processesOf(directory)).isNotEmpty();

        jvm.destroyForcibly().waitFor();

        await().untilAsserted(() -> assertThat(directory).doesNotExist());
        assertThat(processesOf(directory)).isEmpty();
    }

    private static List<String> processesOf(Path directory) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(directory.toString()))
                .toList();
    }

    /** A JVM that holds a daemon and waits for its end. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path directory = Sandbox.newDirectory();
            Sandbox.open(
                            directory,
                            "true",
                            List.of(
                                    "tail",
                                    "-f",
                                    directory.resolve("daemon.log").toString()))
                    .start();
            System.out.println(directory);
            Thread.currentThread().join();
        }
    }
}
