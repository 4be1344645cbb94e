package dev.bulkhead.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets in somebody who lost all that they sign in with, when nobody is left who could do it in a page: for who may start the server,
 * and so may read all of its files as well.
 */
@Component
class LetIn {

    /** Without what is easily taken for something else. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final String asked;
    private final UserStore users;
    private final AccessRegistry registry;
    private final PasswordHashing passwords;
    private final ApplicationEventPublisher events;

    LetIn(
            @Value("${bulkhead.let-in:}") String asked,
            UserStore users,
            AccessRegistry registry,
            PasswordHashing passwords,
            ApplicationEventPublisher events) {
        this.asked = asked;
        this.users = users;
        this.registry = registry;
        this.passwords = passwords;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!asked.isBlank()) {
            // Not log lines: logs are kept and shipped, this is for the one who starts the server.
            System.out.println(letIn(asked)
                    .map(password -> "Password of " + asked + ": " + password + " (set another one in My account)")
                    .orElse("Nobody was let in: there is no account " + asked + " with a password here."));
        }
    }

    /** @return the password that is enough from now on; empty for an account that is not here, or signs in elsewhere */
    Optional<String> letIn(String name) {
        return users.find(User.canonical(name))
                .filter(user -> user.passwordHash() != null)
                .map(this::letIn);
    }

    private String letIn(User user) {
        String password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed");
        }
        registry.change(AccessChange.of("user.let-in", user.id(), user.name(), "by whoever starts the server"), () -> {
            users.changePasswordHash(user.name(), hash);
            users.setEnabled(user.id(), true);
            events.publishEvent(new FactorsForgotten(user.id()));
        });
        events.publishEvent(new PasswordChanged(user.name()));
        return password;
    }
}
