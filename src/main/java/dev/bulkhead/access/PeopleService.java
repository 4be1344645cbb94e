package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.password.PasswordRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Persons who may sign in, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class PeopleService {

    private final AccessRegistry registry;
    private final UserStore users;
    private final OutsideStore outside;
    private final PasswordHashing passwords;
    private final AccessChecks checks;
    private final Confirmation confirmation;
    private final Guesses guesses;
    private final ApplicationEventPublisher events;

    PeopleService(
            AccessRegistry registry,
            UserStore users,
            OutsideStore outside,
            PasswordHashing passwords,
            AccessChecks checks,
            Confirmation confirmation,
            Guesses guesses,
            ApplicationEventPublisher events) {
        this.registry = registry;
        this.users = users;
        this.outside = outside;
        this.passwords = passwords;
        this.checks = checks;
        this.confirmation = confirmation;
        this.guesses = guesses;
        this.events = events;
    }

    /** All of them, by name; whoever may give rights anywhere has to know to whom. */
    @Requires(Permission.ACCESS_MANAGE)
    public List<Person> list() {
        return registry.model().people().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Where accounts come from that were not made here, by the id of the person: a provider's or directory's address. */
    @Requires(Permission.ACCESS_MANAGE)
    public Map<UUID, String> origins() {
        return outside.issuers();
    }

    /** Whether the caller has a password here, and not only where they come from. */
    @Requires(Permission.ENTER)
    public boolean hasPassword() {
        return users.find(checks.actor().name())
                .filter(user -> user.passwordHash() != null)
                .isPresent();
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
        User user = new User(UUID.randomUUID(), name, hash(name, password), true);
        registry.change(AccessChange.of("user.add", user.id(), name, ""), () -> {
            checks.mayManage(Scope.INSTALLATION);
            users.insert(user);
        });
        return new Person(user.id(), name, true);
    }

    /**
     * Gives an account another password, and ends its sessions. Who does not hold all that the account holds cannot, or they could act as it.
     *
     * @throws AccessRefusedException NOT_FOUND, INVALID, DENIED; CONFLICT for who signs in elsewhere
     * @throws ConfirmationRequiredException as all that changes what somebody signs in with
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void setPassword(UUID id, String password) {
        requireManageable(id);
        confirmation.require();
        String origin = origins().get(id);
        if (origin != null) {
            throw new AccessRefusedException(
                    Reason.CONFLICT, "They sign in at " + origin + " and have no password here; change it there");
        }
        String hash = hash(name(id), password);
        Person person = registry.change(told("user.password", id), () -> {
            Person found = manageable(id);
            users.changePasswordHash(found.name(), hash);
            return found;
        });
        events.publishEvent(new PasswordChanged(person.name()));
    }

    /**
     * Gives the caller's own account another password, and ends its other sessions. Takes the time of two hashes.
     *
     * @throws org.springframework.security.authentication.LockedException after too many wrong ones
     * @throws AccessRefusedException DENIED when {@code old} is not the one so far, INVALID for the new one
     * @throws SignInBusyException when too many hashes are being made
     */
    @Requires(Permission.ENTER)
    public void changeOwnPassword(String old, String password) {
        String name = checks.actor().name();
        guesses.require(name);
        User self = users.find(name)
                .filter(user -> passwords.matches(old, user.passwordHash()))
                .orElseThrow(() -> {
                    guesses.wrong(name, "wrong password so far");
                    return AccessChecks.denied("That is not your password so far");
                });
        String hash = hash(self.name(), password);
        registry.change(told("user.password", self.id()), () -> users.changePasswordHash(self.name(), hash));
        events.publishEvent(new PasswordChanged(self.name()));
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
        return AccessChange.of(verb, id, name(id), "");
    }

    private String name(UUID id) {
        return registry.model().person(id).map(Person::name).orElse("");
    }

    /**
     * The person, when the caller holds all that they hold, and so may change what they sign in with.
     *
     * @throws AccessRefusedException NOT_FOUND, DENIED
     */
    @Requires(Permission.ACCESS_MANAGE)
    public Person requireManageable(UUID id) {
        return manageable(id);
    }

    private Person manageable(UUID id) {
        checks.mayManage(Scope.INSTALLATION);
        Person person = registry.model().person(id).orElseThrow(() -> AccessChecks.unknown("user"));
        checks.coversAll(registry.model().grantsOf(id));
        return person;
    }

    private String hash(String name, String password) {
        PasswordRules.faultOf(password, name).ifPresent(fault -> {
            throw new AccessRefusedException(Reason.INVALID, fault.message());
        });
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed");
        }
        return hash;
    }
}
