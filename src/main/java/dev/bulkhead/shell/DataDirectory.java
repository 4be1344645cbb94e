package dev.bulkhead.shell;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the directory of all state, for its owner's eyes only, before anything asks for it; a start that cannot write there stops. */
class DataDirectory implements EnvironmentPostProcessor, Ordered {

    static final String KEY = "bulkhead.data-dir";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String value = environment.getProperty(KEY);
        if (value != null) {
            prepare(value);
        }
    }

    static void prepare(String value) {
        try {
            Path directory = Path.of(value);
            if (!Files.isDirectory(directory)) {
                makePrivate(directory);
            }
            // Asked by writing: the answer of isWritable is wrong on read-only and full file systems.
            Files.delete(Files.createTempFile(directory, ".write", ".tmp"));
            WholeMigrations.putBack(directory);
        } catch (FileAlreadyExistsException file) {
            throw new ConfigurationFault(KEY, value, "is a file; name a directory");
        } catch (IOException | InvalidPathException unusable) {
            throw new ConfigurationFault(
                    KEY, value, "cannot be written; name a directory that the server's user may write");
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** After configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
