package dev.bulkhead.access.session;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.SignInDetails;
import dev.bulkhead.access.session.SignedInSessions.SignedIn;
import dev.bulkhead.common.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where somebody is signed in, and how that is ended from elsewhere. Pages and consoles of a session close within two seconds of its end. */
@Service
public class SessionService {

    private final SignedInSessions sessions;
    private final AccessService access;
    private final PeopleService people;
    private final AccessRecord record;

    SessionService(SignedInSessions sessions, AccessService access, PeopleService people, AccessRecord record) {
        this.sessions = sessions;
        this.access = access;
        this.people = people;
        this.record = record;
    }

    /** The caller's own, the one used last first. */
    @Requires(Permission.ENTER)
    public List<SignedInSession> own() {
        return described(access.current().name());
    }

    /**
     * Ends one of the caller's own, be it the one that asks.
     *
     * @throws AccessRefusedException NOT_FOUND
     */
    @Requires(Permission.ENTER)
    public void endOwn(String id) {
        String name = access.current().name();
        end("", name, named(id), true);
    }

    /** Ends all of the caller's own but the one that asks. */
    @Requires(Permission.ENTER)
    public void endOwnOthers() {
        end("", access.current().name(), session -> !session.isCurrent(), false);
    }

    /**
     * Somebody's, the one used last first; empty for an unknown user.
     *
     * @throws AccessRefusedException DENIED for who may not manage all people
     */
    @Requires(Permission.ACCESS_MANAGE)
    public List<SignedInSession> of(UUID person) {
        return described(manageable(person).name());
    }

    /** @throws AccessRefusedException DENIED, NOT_FOUND */
    @Requires(Permission.ACCESS_MANAGE)
    public void end(UUID person, String id) {
        Person user = manageable(person);
        end(user.id().toString(), user.name(), named(id), true);
    }

    /** Ends all that somebody has. @throws AccessRefusedException DENIED, NOT_FOUND for an unknown user */
    @Requires(Permission.ACCESS_MANAGE)
    public void endAll(UUID person) {
        Person user = manageable(person);
        end(user.id().toString(), user.name(), session -> true, false);
    }

    /** Calls {@code listener} after anybody signed in or out; on any thread, and must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return sessions.onChange(listener);
    }

    private Person manageable(UUID person) {
        if (!access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION)) {
            throw new AccessRefusedException(Reason.DENIED, "You may not see or end the sessions of others");
        }
        return people.find(person)
                .orElseThrow(() -> new AccessRefusedException(Reason.NOT_FOUND, "There is no such user"));
    }

    private List<SignedInSession> described(String name) {
        return sessions.of(name).stream()
                .flatMap(SessionService::describe)
                .sorted(Comparator.comparing(SignedInSession::current)
                        .thenComparing(SignedInSession::used)
                        .reversed())
                .toList();
    }

    private static Stream<SignedInSession> describe(SignedIn session) {
        return session
                .details()
                .map(details -> new SignedInSession(
                        details.name(),
                        session.authentication().getName(),
                        details.since(),
                        details.used(),
                        details.address(),
                        details.browser(),
                        session.isCurrent()))
                .stream();
    }

    private static Predicate<SignedIn> named(String id) {
        return session ->
                session.details().filter(details -> details.name().equals(id)).isPresent();
    }

    private void end(String target, String name, Predicate<SignedIn> which, boolean required) {
        List<SignedIn> ending = sessions.of(name).stream().filter(which).toList();
        if (ending.isEmpty() && required) {
            throw new AccessRefusedException(Reason.NOT_FOUND, "There is no such session");
        }
        for (SignedIn session : ending) {
            String id = session.details().map(SignInDetails::name).orElse("");
            record.keep(new AccessChange("session.end", target, name, id), () -> sessions.end(session));
        }
    }
}
