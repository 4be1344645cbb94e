package dev.bulkhead.libvirt;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts of the machine that Bulkhead itself runs on, for the engines that share its kernel. */
final class LocalMachine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path STATISTICS = Path.of("/proc/stat");

    private LocalMachine() {}

    /** Whether a URI leads to this machine: in this process, or over a unix socket. */
    static boolean isMeantBy(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        boolean unix = !scheme.contains("+") || scheme.endsWith("+unix");
        return uri.getHost() == null && uri.getAuthority() == null && unix;
    }

    static String kernel() {
        return System.getProperty("os.name").equals("Linux") ? System.getProperty("os.version") : "";
    }

    static String cpuModel() {
        return value(CPU_INFO, "model name").orElse("");
    }

    static Optional<Instant> bootedAt() {
        return lines(STATISTICS)
                .filter(line -> line.startsWith("btime "))
                .map(line -> Instant.ofEpochSecond(
                        Long.parseLong(line.substring("btime ".length()).strip())))
                .findFirst();
    }

    /**
     * Whether the processor can run guests itself. A device {@code /dev/kvm} is no proof: it can be there without a processor that
     * serves it. Only x86 shows it in its flags; others are taken at the engine's word.
     */
    static boolean canAccelerate() {
        Optional<String> flags = value(CPU_INFO, "flags");
        return flags.map(text ->
                        Arrays.stream(text.split(" ")).anyMatch(flag -> flag.equals("vmx") || flag.equals("svm")))
                .orElse(true);
    }

    /** The path without symbolic links, where it leads to a file of this machine; else as it is. */
    static String realPath(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException | InvalidPathException elsewhere) {
            return path;
        }
    }

    private static Optional<String> value(Path file, String key) {
        return lines(file)
                .filter(line -> line.startsWith(key + "\t") || line.startsWith(key + " ") || line.startsWith(key + ":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException notThisKindOfMachine) {
            return Stream.empty();
        }
    }
}
