package dev.bulkhead.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.DisabledException;
import org.springframework.stereotype.Component;

/**
 * Accounts of those who show elsewhere who they are: made when they first come, without any right of their own. Who somebody is there
 * is an issuer and a subject, never a name or an address, so that nobody gets at another's account by taking the same name.
 */
@Component
public class OutsidePeople {

    private static final Logger LOG = LoggerFactory.getLogger(OutsidePeople.class);

    private static final int LONGEST_NAME = 64;
    private static final int MOST_NAMESAKES = 1_000;

    private final AccessRegistry registry;
    private final UserStore users;
    private final OutsideStore outside;

    OutsidePeople(AccessRegistry registry, UserStore users, OutsideStore outside) {
        this.registry = registry;
        this.users = users;
        this.outside = outside;
    }

    /** Whether that is the name of an account with a password here, which only that opens. */
    public boolean isLocal(String typedName) {
        return users.find(User.canonical(typedName))
                .filter(user -> user.passwordHash() != null)
                .isPresent();
    }

    /**
     * The account of whoever has shown who they are, made if need be; in the groups that they are in there now, beside those that they
     * were put into here.
     *
     * @param issuer who says so
     * @param subject who they are there, for ever
     * @param wishedName what they are called there; theirs if nobody has it
     * @param groups names of groups here that what they are in there stands for; those that there are not count for nothing
     * @return the sign-in name
     * @throws DisabledException when the account is disabled here
     */
    public String enter(String issuer, String subject, String wishedName, Set<String> groups) {
        Person person = outside.find(issuer, subject)
                .flatMap(id -> registry.model().person(id))
                .orElseGet(() -> make(issuer, subject, wishedName));
        if (!person.enabled()) {
            throw new DisabledException("The account is disabled");
        }
        join(issuer, person, groups);
        return person.name();
    }

    private Person make(String issuer, String subject, String wishedName) {
        UUID id = UUID.randomUUID();
        // One at a time: two first visits of one person must not make two accounts.
        synchronized (this) {
            Optional<Person> meanwhile = outside.find(issuer, subject)
                    .flatMap(known -> registry.model().person(known));
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            String name = freeName(wishedName);
            registry.change(AccessChange.of("user.add", id, name, "known from " + issuer), () -> {
                users.insert(new User(id, name, null, true));
                outside.insert(issuer, subject, id);
            });
            return new Person(id, name, true);
        }
    }

    private String freeName(String wishedName) {
        String wished =
                User.canonical(wishedName).replaceAll("[^a-z0-9._@-]", "-").replaceFirst("^[^a-z0-9]+", "");
        String name = wished.isEmpty() ? "user" : cut(wished, LONGEST_NAME);
        for (int i = 1; i <= MOST_NAMESAKES; i++) {
            String suffix = i == 1 ? "" : "-" + i;
            String tried = cut(name, LONGEST_NAME - suffix.length()) + suffix;
            if (registry.model().person(tried).isEmpty()) {
                return tried;
            }
        }
        throw new IllegalStateException("A thousand people are called " + name);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private void join(String issuer, Person person, Set<String> names) {
        Set<Group> wanted = registry.model().groups().stream()
                .filter(group -> names.contains(group.name()))
                .collect(Collectors.toSet());
        Set<UUID> ids = wanted.stream().map(Group::id).collect(Collectors.toSet());
        if (ids.equals(new HashSet<>(outside.groups(issuer, person.id())))) {
            return;
        }
        String told =
                wanted.stream().map(Group::name).sorted().collect(Collectors.joining(", ", "by " + issuer + ": ", ""));
        try {
            registry.change(
                    AccessChange.of("user.groups", person.id(), person.name(), told),
                    () -> outside.setGroups(issuer, person.id(), ids));
        } catch (AccessRefusedException lastAdministrator) {
            LOG.warn(
                    "What {} says of the groups of {} is not done: {}",
                    issuer,
                    person.id(),
                    lastAdministrator.getMessage());
        }
    }
}
