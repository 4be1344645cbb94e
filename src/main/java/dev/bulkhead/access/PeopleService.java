package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Persons who may sign in, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class PeopleService {

    private final AccessRegistry registry;
    private final UserStore users;
    private final PasswordHashing passwords;
    private final AccessChecks checks;
    private final SignedInSessions sessions;

    PeopleService(
            AccessRegistry registry,
            UserStore users,
            PasswordHashing passwords,
            AccessChecks checks,
            SignedInSessions sessions) {
        this.registry = registry;
        this.users = users;
        this.passwords = passwords;
        this.checks = checks;
        this.sessions = sessions;
    }

    /** All of them, by name; whoever may give rights anywhere has to know to whom. */
    @Requires(Permission.ACCESS_MANAGE)
    public List<Person> list() {
        return registry.model().people().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Requires(Permission.ACCESS_MANAGE)
    public Optional<Person> find(UUID id) {
        return registry.model().person(id);
    }

    /**
     * Makes an account without any right. Takes the time of a password's hash.
     *
     * @throws AccessRefusedException INVALID for the name or password, CONFLICT when the name is or was taken, DENIED
     * @throws SignInBusyException when too many hashes are being made
     */
    @Requires(Permission.ACCESS_MANAGE)
    public Person add(String typedName, String password) {
        checks.mayManage(Scope.INSTALLATION);
        String name = User.canonical(typedName);
        if (!User.isValidName(name)) {
            throw new AccessRefusedException(
                    Reason.INVALID,
                    "A sign-in name has 1 to 64 letters, digits, dots, underscores, hyphens and @, and begins with a letter or"
                            + " digit");
        }
        User user = new User(UUID.randomUUID(), name, hash(password), true);
        registry.change(AccessChange.of("user.add", user.id(), name, ""), () -> {
            checks.mayManage(Scope.INSTALLATION);
            users.insert(user);
        });
        return new Person(user.id(), name, true);
    }

    /**
     * Gives an account another password, and ends its sessions. Who does not hold all that the account holds cannot, or they could act as it.
     *
     * @throws AccessRefusedException NOT_FOUND, INVALID, DENIED
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void setPassword(UUID id, String password) {
        String hash = hash(password);
        Person person = registry.change(told("user.password", id), () -> {
            Person found = manageable(id);
            users.changePasswordHash(found.name(), hash);
            return found;
        });
        sessions.endOthers(person.name());
    }

    /**
     * Gives the caller's own account another password, and ends its other sessions. Takes the time of two hashes.
     *
     * @throws AccessRefusedException DENIED when {@code old} is not the one so far, INVALID for the new one
     * @throws SignInBusyException when too many hashes are being made
     */
    @Requires(Permission.ENTER)
    public void changeOwnPassword(String old, String password) {
        User self = users.find(checks.actor().name())
                .filter(user -> passwords.matches(old, user.passwordHash()))
                .orElseThrow(() -> AccessChecks.denied("That is not your password so far"));
        String hash = hash(password);
        registry.change(told("user.password", self.id()), () -> users.changePasswordHash(self.name(), hash));
        sessions.endOthers(self.name());
    }

    /**
     * Lets somebody in again, or no more: what they have open is closed within seconds.
     *
     * @throws AccessRefusedException NOT_FOUND; DENIED as for {@link #setPassword}; CONFLICT for the last administrator
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void setEnabled(UUID id, boolean enabled) {
        registry.change(
                told(enabled ? "user.enable" : "user.disable", id),
                () -> users.setEnabled(manageable(id).id(), enabled));
    }

    private AccessChange told(String verb, UUID id) {
        String name = registry.model().person(id).map(Person::name).orElse("");
        return AccessChange.of(verb, id, name, "");
    }

    private Person manageable(UUID id) {
        checks.mayManage(Scope.INSTALLATION);
        Person person = registry.model().person(id).orElseThrow(() -> AccessChecks.unknown("user"));
        checks.coversAll(registry.model().grantsOf(id));
        return person;
    }

    private String hash(String password) {
        if (password.length() < SetupService.SHORTEST_PASSWORD) {
            throw new AccessRefusedException(
                    Reason.INVALID, "A password has at least " + SetupService.SHORTEST_PASSWORD + " characters");
        }
        if (password.length() > PasswordHashing.LONGEST) {
            throw new AccessRefusedException(
                    Reason.INVALID, "A password has at most " + PasswordHashing.LONGEST + " characters");
        }
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed");
        }
        return hash;
    }
}
