package dev.bulkhead.docker;

import dev.bulkhead.engine.InvalidSettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/** The unix socket of an engine, and why it may not be usable. */
record DockerSocket(Path path) {

    /** What the kernel allows in a socket's address, without the closing zero. */
    private static final int LONGEST_PATH = 107;

    /**
     * Checks what can be known without connecting.
     *
     * @throws InvalidSettingsException when the address can never work
     */
    static DockerSocket of(URI uri) {
        if (!"unix".equals(uri.getScheme()) || uri.getAuthority() != null || uri.getPath() == null) {
            throw new InvalidSettingsException(
                    "Docker is reached through a unix socket only. Give unix:///var/run/docker.sock, or"
                            + " forward a remote engine's socket with ssh -L and give the local path.");
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            throw new InvalidSettingsException("A Docker socket takes no options. Leave out what follows the path.");
        }
        DockerSocket socket = new DockerSocket(Path.of(uri.getPath()));
        socket.complaint().ifPresent(complaint -> {
            throw new InvalidSettingsException(complaint);
        });
        return socket;
    }

    static URI uri(Path path) {
        return URI.create("unix://" + path.toUri().getRawPath());
    }

    /** The address in the form that the transport takes. */
    URI uri() {
        return uri(path);
    }

    /** What is wrong with a socket that is there, and the remedy; empty when it may be used, or is not there yet. */
    private Optional<String> complaint() {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return Optional.of(
                    "A socket's path has at most " + LONGEST_PATH + " bytes. Use a shorter one, or a link to it.");
        }
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
                return Optional.of(path + " is not a socket. Give the path of the engine's API socket.");
            }
        } catch (IOException unreadable) {
            return Optional.of(path + " cannot be examined: " + unreadable.getMessage());
        }
        return denial();
    }

    /** Why this process may not speak to the socket, and the remedy; empty when it may, or when it is not there. */
    Optional<String> denial() {
        if (!Files.exists(path) || (Files.isReadable(path) && Files.isWritable(path))) {
            return Optional.empty();
        }
        return Optional.of("Bulkhead may not use " + path + ". "
                + group().map(group -> "Add its user to the group " + group + " and start it again.")
                        .orElse("Allow its user to read and write the socket."));
    }

    private Optional<String> group() {
        try {
            String group = Files.readAttributes(path, PosixFileAttributes.class)
                    .group()
                    .getName();
            return "root".equals(group) ? Optional.empty() : Optional.of(group);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
