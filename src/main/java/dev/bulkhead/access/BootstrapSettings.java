package dev.bulkhead.access;

import dev.bulkhead.access.password.PasswordRules;
import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, made without a visitor. Looked at only while there is no user.
 *
 * @param adminUser sign-in name
 * @param adminPasswordFile a file that holds the password and, if need be, one line end after it
 */
@ConfigurationProperties("bulkhead.bootstrap")
record BootstrapSettings(
        @Nullable String adminUser, @Nullable String adminPasswordFile) {

    private static final String USER_KEY = "bulkhead.bootstrap.admin-user";
    private static final String FILE_KEY = "bulkhead.bootstrap.admin-password-file";
    private static final long LARGEST_FILE = 4096;

    /**
     * Reads the file; empty when neither is set.
     *
     * @throws ConfigurationFault when one of the two is missing or the file holds no password
     */
    Optional<Administrator> administrator() {
        boolean hasUser = adminUser != null && !adminUser.isBlank();
        boolean hasFile = adminPasswordFile != null && !adminPasswordFile.isBlank();
        if (!hasUser && !hasFile) {
            return Optional.empty();
        }
        if (adminUser == null || !hasUser) {
            throw new ConfigurationFault(USER_KEY, "", "is not set; " + FILE_KEY + " needs a user's name beside it");
        }
        if (adminPasswordFile == null || !hasFile) {
            throw new ConfigurationFault(FILE_KEY, "", "is not set; " + USER_KEY + " needs a password file beside it");
        }
        return Optional.of(
                new Administrator(User.canonical(adminUser), adminPasswordFile, passwordIn(adminPasswordFile)));
    }

    private static String passwordIn(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST_FILE) {
                throw new ConfigurationFault(FILE_KEY, file, "is too large; put the password in it, and nothing else");
            }
            String password = Files.readString(path).replaceFirst("\\R\\z", "");
            if (password.isEmpty()) {
                throw new ConfigurationFault(FILE_KEY, file, "the file is empty; put the password in it");
            }
            return password;
        } catch (NoSuchFileException missing) {
            throw new ConfigurationFault(FILE_KEY, file, "there is no such file; make it, with the password in it");
        } catch (AccessDeniedException denied) {
            throw new ConfigurationFault(
                    FILE_KEY, file, "the file may not be read; give the server's user the right to");
        } catch (CharacterCodingException binary) {
            throw new ConfigurationFault(FILE_KEY, file, "the file is not UTF-8 text; put the password in it");
        } catch (IOException | InvalidPathException unreadable) {
            throw new ConfigurationFault(FILE_KEY, file, "the file cannot be read; name a readable file");
        }
    }

    /** Who is to be made. Its text never holds the password. */
    record Administrator(String name, String file, String password) {

        void refuse(SetupOutcome fault) {
            throw switch (fault) {
                case PASSWORD_TOO_SHORT ->
                    new ConfigurationFault(
                            FILE_KEY,
                            file,
                            "the password has fewer than " + PasswordRules.SHORTEST + " characters; use a longer one");
                case PASSWORD_TOO_LONG ->
                    new ConfigurationFault(
                            FILE_KEY,
                            file,
                            "the password has more than " + PasswordRules.LONGEST + " characters; use a shorter one");
                case PASSWORD_COMMON ->
                    new ConfigurationFault(
                            FILE_KEY, file, "the password is among those that are guessed first; use another one");
                default ->
                    new ConfigurationFault(
                            USER_KEY, name, "not a user's name; use letters, digits, dot, underscore, hyphen and @");
            };
        }

        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }
}
