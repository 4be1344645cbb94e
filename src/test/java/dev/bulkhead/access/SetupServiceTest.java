package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.ConfigurationFault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class SetupServiceTest {

    private static final BootstrapSettings NO_BOOTSTRAP = new BootstrapSettings(null, null);

    @TempDir
    Path directory;

    private final PasswordHashing hashing = new PasswordHashing();
    private UserStore users;

    @BeforeEach
    void migrate() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        users = new UserStore(JdbcClient.create(database));
    }

    @Test
    void theOneWhoReadsTheServersOutputBecomesAdministratorOnce() {
        SetupService setup = new SetupService(users, hashing, NO_BOOTSTRAP, event -> {});
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

        var ada = new SignInUsers(users).loadUserByUsername("ADA");
        assertThat(ada.getAuthorities()).extracting(Object::toString).containsExactly(AccessService.ADMINISTRATOR);
        assertThat(hashing.matches("correct horse", ada.getPassword())).isTrue();
    }

    @Test
    void printsNoCodeOnceThereIsAUser() {
        users.addFirst(new User(UUID.randomUUID(), "ada", "hash", true));
        SetupService setup = new SetupService(users, hashing, NO_BOOTSTRAP, event -> {});
        assertThat(setup.isPending()).isFalse();
        assertThat(printed(setup)).isEmpty();
    }

    @Test
    void theConfigurationMakesTheFirstAdministratorAndNoSecondOne() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "correct horse\n");
        SetupService setup =
                new SetupService(users, hashing, new BootstrapSettings("Root", file.toString()), event -> {});
        assertThat(setup.isPending()).isFalse();
        assertThat(users.find("root"))
                .hasValueSatisfying(root -> assertThat(root.administrator()).isTrue());

        Files.delete(file);
        assertThat(new SetupService(users, hashing, new BootstrapSettings("eve", file.toString()), event -> {})
                        .isPending())
                .isFalse();
        assertThat(users.find("eve")).isEmpty();
    }

    @Test
    void aShortPasswordInTheFileStopsTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "short");
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() ->
                        new SetupService(users, hashing, new BootstrapSettings("root", file.toString()), event -> {}))
                .withMessageContaining("fewer than 10 characters");
        assertThat(users.isEmpty()).isTrue();
    }

    @Test
    void aHashMadeAnewIsKept() {
        users.addFirst(new User(UUID.randomUUID(), "ada", "old", true));
        SignInUsers signIn = new SignInUsers(users);
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
