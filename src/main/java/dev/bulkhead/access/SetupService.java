package dev.bulkhead.access;

import dev.bulkhead.access.AccessEvent.Kind;
import dev.bulkhead.access.password.PasswordRules;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Makes the first administrator of a fresh installation: from the configuration at start ({@code bulkhead.bootstrap}), or for the
 * visitor who knows the code that the server prints. There is no default account.
 */
@Service
@EnableConfigurationProperties(BootstrapSettings.class)
public class SetupService {

    private final UserStore users;
    private final AccessStore grants;
    private final AccessRegistry registry;
    private final PasswordHashing passwords;
    private final ApplicationEventPublisher events;
    private volatile @Nullable SetupCode code;
    private @Nullable String bootstrapped;

    SetupService(
            UserStore users,
            AccessStore grants,
            AccessRegistry registry,
            PasswordHashing passwords,
            BootstrapSettings bootstrap,
            ApplicationEventPublisher events) {
        this.users = users;
        this.grants = grants;
        this.registry = registry;
        this.passwords = passwords;
        this.events = events;
        if (users.isEmpty()) {
            bootstrap.administrator().ifPresent(this::bootstrap);
        }
        if (users.isEmpty()) {
            code = new SetupCode(new SecureRandom(), System::nanoTime);
        }
    }

    /** Whether there is no user yet. Does not ask the database once there is one. */
    public boolean isPending() {
        return code != null;
    }

    /**
     * Makes the administrator if the code is right and nobody was made before. Takes the time of a password's hash.
     *
     * @throws SignInBusyException when too many hashes are being made
     */
    public synchronized SetupOutcome createAdministrator(String typedCode, String typedName, String password) {
        SetupCode expected = code;
        if (expected == null) {
            return SetupOutcome.ALREADY_SET_UP;
        }
        SetupCode.Verdict verdict = expected.check(typedCode);
        if (verdict != SetupCode.Verdict.RIGHT) {
            events.publishEvent(AccessEvent.of(Origin.stranger(""), "set-up", Kind.REFUSED, "wrong code"));
            return verdict == SetupCode.Verdict.WAIT ? SetupOutcome.CODE_WAIT : SetupOutcome.CODE_WRONG;
        }
        Optional<SetupOutcome> fault = faultOf(User.canonical(typedName), password);
        if (fault.isPresent()) {
            return fault.get();
        }
        Origin visitor = Origin.stranger(User.canonical(typedName));
        events.publishEvent(AccessEvent.of(visitor, "set-up", Kind.INTENT, "first administrator"));
        boolean created = add(User.canonical(typedName), password);
        events.publishEvent(AccessEvent.of(visitor, "set-up", created ? Kind.DONE : Kind.FAILED, ""));
        code = null;
        return created ? SetupOutcome.CREATED : SetupOutcome.ALREADY_SET_UP;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (bootstrapped != null) {
            // Not before: who puts it on record listens by now.
            events.publishEvent(
                    AccessEvent.of(Origin.SYSTEM, "set-up", Kind.DONE, "by configuration: " + bootstrapped));
        }
        SetupCode current = code;
        if (current != null) {
            // Not a log line: logs are kept and shipped, this is for the one who starts the server.
            System.out.println("Set-up code: " + current.display());
        }
    }

    private void bootstrap(BootstrapSettings.Administrator administrator) {
        faultOf(administrator.name(), administrator.password()).ifPresent(administrator::refuse);
        add(administrator.name(), administrator.password());
        bootstrapped = administrator.name();
    }

    private boolean add(String name, String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed");
        }
        return registry.change(() -> {
            if (!users.isEmpty()) {
                return false;
            }
            User first = new User(UUID.randomUUID(), name, hash, true);
            users.insert(first);
            Stream.of(Role.ADMINISTRATOR, Role.HOST_LEVEL).forEach(role -> grants.insert(everything(first, role)));
            return true;
        });
    }

    private static Grant everything(User user, Role role) {
        return new Grant(
                UUID.randomUUID(), Subject.user(user.id()), role.name(), Scope.INSTALLATION, "set-up", Instant.now());
    }

    private static Optional<SetupOutcome> faultOf(String name, String password) {
        if (!User.isValidName(name)) {
            return Optional.of(SetupOutcome.NAME_INVALID);
        }
        return PasswordRules.faultOf(password, name).map(fault -> switch (fault) {
            case TOO_SHORT -> SetupOutcome.PASSWORD_TOO_SHORT;
            case TOO_LONG -> SetupOutcome.PASSWORD_TOO_LONG;
            case COMMON, NAME -> SetupOutcome.PASSWORD_COMMON;
        });
    }
}
