package dev.bulkhead.access.signin;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Confirmation;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.FactorsForgotten;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Requires;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Signing in in two steps: a password, then a code of an authenticator app or one of ten recovery codes. Blocks for some statements. */
@Service
public class TwoStepService {

    private static final int SECRET_BYTES = 20;

    private final TwoStepStore store;
    private final TwoStepCodes codes;
    private final AccessKey key;
    private final Confirmation confirmation;
    private final EffectiveAccessService effective;
    private final PeopleService people;
    private final TransactionOperations transactions;
    private final AccessRecord record;
    private final SecureRandom random = new SecureRandom();

    TwoStepService(
            TwoStepStore store,
            TwoStepCodes codes,
            AccessKey key,
            Confirmation confirmation,
            EffectiveAccessService effective,
            PeopleService people,
            TransactionOperations transactions,
            AccessRecord record) {
        this.store = store;
        this.codes = codes;
        this.key = key;
        this.confirmation = confirmation;
        this.effective = effective;
        this.people = people;
        this.transactions = transactions;
        this.record = record;
    }

    /**
     * @param since when it was turned on
     * @param recoveryCodes how many are left
     */
    public record State(Instant since, int recoveryCodes) {}

    /** Of the caller; empty where the password is enough. */
    @Requires(Permission.ENTER)
    public Optional<State> own() {
        return store.find(effective.self().name())
                .map(stored -> new State(stored.since(), store.recoveryCodes(stored.user())));
    }

    /** A new secret for the caller; nothing is kept of it before {@link #turnOn}. */
    @Requires(Permission.ENTER)
    public Enrolment begin() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Enrolment(secret, effective.self().name());
    }

    /**
     * From now on the caller needs a code to sign in.
     *
     * @param code that the app shows, as a proof that it has the secret
     * @return recovery codes, to be shown once
     * @throws AccessRefusedException INVALID for a wrong code, CONFLICT when it is on already
     * @throws ConfirmationRequiredException as all that changes what one signs in with
     */
    @Requires(Permission.ENTER)
    public List<String> turnOn(Enrolment enrolment, String code) {
        confirmation.require();
        Person self = effective.self();
        long step = codes.match(enrolment.secret(), code)
                .orElseThrow(() -> new AccessRefusedException(
                        Reason.INVALID,
                        "That is not the code of now; look at the app, and at the clock of its device"));
        if (store.exists(self.id())) {
            throw new AccessRefusedException(Reason.CONFLICT, "Two-step sign-in is on already");
        }
        return recorded("two-step.on", self, () -> {
            store.insert(self.id(), key.seal(enrolment.secret(), self.id().toString()), step);
            return freshRecoveryCodes(self.id());
        });
    }

    /** Replaces the caller's recovery codes; those so far are worth nothing. @throws ConfirmationRequiredException as for turning it on */
    @Requires(Permission.ENTER)
    public List<String> renewRecoveryCodes() {
        confirmation.require();
        Person self = effective.self();
        if (!store.exists(self.id())) {
            throw new AccessRefusedException(Reason.CONFLICT, "Two-step sign-in is off");
        }
        return recorded("two-step.recovery-codes", self, () -> freshRecoveryCodes(self.id()));
    }

    /** From now on the caller's password is enough. @throws ConfirmationRequiredException as for turning it on */
    @Requires(Permission.ENTER)
    public void turnOff() {
        confirmation.require();
        Person self = effective.self();
        recorded("two-step.off", self, () -> {
            store.delete(self.id());
            return Boolean.TRUE;
        });
    }

    /** Ids of those who sign in in two steps. */
    @Requires(Permission.ACCESS_MANAGE)
    public Set<UUID> users() {
        return store.users();
    }

    /**
     * Turns it off for somebody who lost their device and their codes.
     *
     * @throws AccessRefusedException NOT_FOUND; DENIED for who does not hold all that the account holds
     * @throws ConfirmationRequiredException as for turning it on
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void reset(UUID person) {
        Person user = people.requireManageable(person);
        confirmation.require();
        recorded("two-step.reset", user, () -> {
            store.delete(user.id());
            return Boolean.TRUE;
        });
    }

    @EventListener
    void forget(FactorsForgotten forgotten) {
        store.delete(forgotten.user());
    }

    private List<String> freshRecoveryCodes(UUID user) {
        List<String> fresh = codes.makeRecoveryCodes();
        store.replaceRecoveryCodes(
                user,
                fresh.stream().map(code -> codes.hash(user.toString(), code)).toList());
        return fresh;
    }

    private <T> T recorded(String verb, Person user, Supplier<T> work) {
        return record.keep(
                AccessChange.of(verb, user.id(), user.name(), ""),
                () -> transactions.execute(transaction -> work.get()));
    }
}
