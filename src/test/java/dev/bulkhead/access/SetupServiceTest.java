package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.testing.OnEachDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@OnEachDatabase
class SetupServiceTest {

    private static final BootstrapSettings NO_BOOTSTRAP = new BootstrapSettings(null, null);

    @TempDir
    Path directory;

    private final PasswordHashing hashing = new PasswordHashing();
    private final AccessTables tables = new AccessTables();
    private final UserStore users = tables.users;

    private SetupService setup(BootstrapSettings bootstrap) {
        return new SetupService(users, tables.store, tables.registry, hashing, bootstrap, event -> {});
    }

    @Test
    void theOneWhoReadsTheServersOutputBecomesAdministratorOnce() {
        SetupService setup = setup(NO_BOOTSTRAP);
        String code = printedCode(setup);
        assertThat(setup.isPending()).isTrue();
        assertThat(setup.createAdministrator("0000-0000", "ada", "correct horse"))
                .isEqualTo(SetupOutcome.CODE_WRONG);
        assertThat(setup.createAdministrator(code, "a/b", "correct horse")).isEqualTo(SetupOutcome.NAME_INVALID);
        assertThat(setup.createAdministrator(code, "ada", "too short")).isEqualTo(SetupOutcome.PASSWORD_TOO_SHORT);
        assertThat(setup.createAdministrator(code, "ada", "x".repeat(257))).isEqualTo(SetupOutcome.PASSWORD_TOO_LONG);
        assertThat(users.isEmpty()).isTrue();

        assertThat(setup.createAdministrator(code, " Ada", "correct horse")).isEqualTo(SetupOutcome.CREATED);
        assertThat(setup.isPending()).isFalse();
        assertThat(setup.createAdministrator(code, "eve", "correct horse")).isEqualTo(SetupOutcome.ALREADY_SET_UP);
        assertThat(users.find("eve")).isEmpty();

        var ada = new SignInUsers(users, name -> false).loadUserByUsername("ADA");
        assertThat(tables.registry.model().rights("ada").covers(EnumSet.allOf(Permission.class), Scope.INSTALLATION))
                .isTrue();
        assertThat(hashing.matches("correct horse", ada.getPassword())).isTrue();
    }

    @Test
    void printsNoCodeOnceThereIsAUser() {
        users.insert(new User(UUID.randomUUID(), "ada", "hash", true));
        SetupService setup = setup(NO_BOOTSTRAP);
        assertThat(setup.isPending()).isFalse();
        assertThat(printed(setup)).isEmpty();
    }

    @Test
    void theConfigurationMakesTheFirstAdministratorAndNoSecondOne() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "correct horse\n");
        SetupService setup = setup(new BootstrapSettings("Root", file.toString()));
        assertThat(setup.isPending()).isFalse();
        assertThat(tables.registry.model().hasAdministrator()).isTrue();

        Files.delete(file);
        assertThat(setup(new BootstrapSettings("eve", file.toString())).isPending())
                .isFalse();
        assertThat(users.find("eve")).isEmpty();
    }

    @Test
    void aShortPasswordInTheFileStopsTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "short");
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() -> setup(new BootstrapSettings("root", file.toString())))
                .withMessageContaining("fewer than 10 characters");
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void aHashMadeAnewIsKept() {
        users.insert(new User(UUID.randomUUID(), "ada", "old", true));
        SignInUsers signIn = new SignInUsers(users, name -> false);
        assertThat(signIn.updatePassword(signIn.loadUserByUsername("ada"), "new")
                        .getPassword())
                .isEqualTo("new");
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> signIn.loadUserByUsername("nobody"));
    }

    private static String printedCode(SetupService setup) {
        var found = Pattern.compile("Set-up code: (\\S{4}-\\S{4})\\R").matcher(printed(setup));
        assertThat(found.matches()).isTrue();
        return found.group(1);
    }

    private static String printed(SetupService setup) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            setup.announce();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
