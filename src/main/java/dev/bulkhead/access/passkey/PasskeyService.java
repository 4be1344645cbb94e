package dev.bulkhead.access.passkey;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.AccessEvent.Kind;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Confirmation;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.FactorsForgotten;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** One's own passkeys, and the end of somebody else's. Blocks for some statements. */
@Service
public class PasskeyService {

    private static final int LONGEST_LABEL = 100;
    private static final int MOST = 20;

    private final Ceremonies ceremonies;
    private final PasskeySignIn signIn;
    private final PasskeyStore store;
    private final Confirmation confirmation;
    private final EffectiveAccessService effective;
    private final PeopleService people;
    private final ApplicationEventPublisher events;
    private final AccessRecord record;

    PasskeyService(
            Ceremonies ceremonies,
            PasskeySignIn signIn,
            PasskeyStore store,
            Confirmation confirmation,
            EffectiveAccessService effective,
            PeopleService people,
            ApplicationEventPublisher events,
            AccessRecord record) {
        this.ceremonies = ceremonies;
        this.signIn = signIn;
        this.store = store;
        this.confirmation = confirmation;
        this.effective = effective;
        this.people = people;
        this.events = events;
        this.record = record;
    }

    /** The caller's, the oldest first. */
    @Requires(Permission.ENTER)
    public List<Passkey> own() {
        return store.of(effective.self().id()).stream()
                .map(StoredPasskey::described)
                .toList();
    }

    /**
     * A question to the caller's browser for a new one.
     *
     * @throws ConfirmationRequiredException as all that changes what one signs in with
     * @throws AccessRefusedException CONFLICT when there are too many
     */
    @Requires(Permission.ENTER)
    public Ceremony begin(HttpServletRequest request) {
        confirmation.require();
        Person self = effective.self();
        List<StoredPasskey> known = store.of(self.id());
        if (known.size() >= MOST) {
            throw new AccessRefusedException(Reason.CONFLICT, "You have " + MOST + " passkeys; remove one first");
        }
        return ceremonies.registration(
                signIn.site(request),
                self,
                known.stream().map(StoredPasskey::id).toList());
    }

    /** Keeps the browser's answer. @throws AccessRefusedException INVALID for an answer to something else, CONFLICT for a known one */
    @Requires(Permission.ENTER)
    public Passkey add(Ceremony ceremony, String answer, String label) {
        confirmation.require();
        Person self = effective.self();
        StoredPasskey passkey = ceremonies
                .registered(ceremony, answer, self, label(label))
                .orElseThrow(() -> new AccessRefusedException(
                        Reason.INVALID, "That is no passkey of this site; try again, or with another device"));
        record.keep(change("passkey.add", self, passkey), () -> insert(passkey));
        return passkey.described();
    }

    /** @throws AccessRefusedException NOT_FOUND */
    @Requires(Permission.ENTER)
    public void rename(String id, String label) {
        Person self = effective.self();
        StoredPasskey passkey = owned(self, id);
        String renamed = label(label);
        record.keep(
                AccessChange.of("passkey.rename", self.id(), self.name(), passkey.label() + ": " + renamed),
                () -> store.rename(passkey.id(), renamed));
    }

    /** @throws AccessRefusedException NOT_FOUND @throws ConfirmationRequiredException as {@link #begin} */
    @Requires(Permission.ENTER)
    public void remove(String id) {
        confirmation.require();
        Person self = effective.self();
        remove(self, owned(self, id));
    }

    /** Ids of those who have any. */
    @Requires(Permission.ACCESS_MANAGE)
    public Set<UUID> users() {
        return store.users();
    }

    /** Removes all that somebody has, as when their device is in other hands. @throws AccessRefusedException NOT_FOUND, DENIED */
    @Requires(Permission.ACCESS_MANAGE)
    public void removeAll(UUID person) {
        Person owner = people.requireManageable(person);
        confirmation.require();
        store.of(owner.id()).forEach(passkey -> remove(owner, passkey));
    }

    /** A question that any of the caller's own may answer, to show once more that it is them. */
    @Requires(Permission.ENTER)
    public Ceremony beginConfirmation(HttpServletRequest request) {
        return ceremonies.assertion(
                signIn.site(request), own().stream().map(Passkey::id).toList());
    }

    /** Whether the answer is by one of the caller's own; the session counts as confirmed then. @throws SignInDelayedException as at sign-in */
    @Requires(Permission.ENTER)
    public boolean confirm(Ceremony ceremony, String answer) {
        Person self = effective.self();
        boolean right = signIn.answered(ceremony, answer)
                .filter(passkey -> passkey.user().equals(self.id()))
                .isPresent();
        if (right) {
            confirmation.give();
            events.publishEvent(new AccessEvent(Origin.current(), "confirm", Kind.DONE, "", "", "by passkey"));
        }
        return right;
    }

    @EventListener
    void forget(FactorsForgotten forgotten) {
        store.of(forgotten.user()).forEach(passkey -> store.delete(passkey.id()));
    }

    private void remove(Person owner, StoredPasskey passkey) {
        record.keep(change("passkey.remove", owner, passkey), () -> store.delete(passkey.id()));
    }

    private StoredPasskey owned(Person owner, String id) {
        return store.find(id)
                .filter(passkey -> passkey.user().equals(owner.id()))
                .orElseThrow(() -> new AccessRefusedException(Reason.NOT_FOUND, "There is no such passkey"));
    }

    private static String label(String typed) {
        String label = typed.strip().replaceAll("\\p{Cntrl}", "");
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new AccessRefusedException(Reason.INVALID, "A name has 1 to " + LONGEST_LABEL + " characters");
        }
        return label;
    }

    private void insert(StoredPasskey passkey) {
        try {
            store.insert(passkey);
        } catch (DuplicateKeyException known) {
            throw new AccessRefusedException(Reason.CONFLICT, "That passkey is there already");
        }
    }

    private static AccessChange change(String verb, Person owner, StoredPasskey passkey) {
        return AccessChange.of(verb, owner.id(), owner.name(), passkey.label());
    }
}
