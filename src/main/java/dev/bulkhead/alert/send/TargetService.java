package dev.bulkhead.alert.send;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.Registration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is told outside of Bulkhead, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class TargetService {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 2000;

    private final TargetStore store;
    private final Messengers messengers;
    private final Senders senders;
    private final AccessRecord record;

    TargetService(TargetStore store, Messengers messengers, Senders senders, AccessRecord record) {
        this.store = store;
        this.messengers = messengers;
        this.senders = senders;
        this.record = record;
    }

    /**
     * What a target is to be.
     *
     * @param form has to be there
     * @param address "" for the one that it has
     * @param mutedFrom null, as its end, for no muted hours
     */
    public record Wanted(
            String name,
            @Nullable Form form,
            String address,
            boolean enabled,
            @Nullable LocalTime mutedFrom,
            @Nullable LocalTime mutedUntil) {

        @Override
        public String toString() {
            return "Wanted[" + name + ", " + form + "]";
        }
    }

    /** All of them, by name, without their secrets. */
    @Requires(Permission.ALERT_MANAGE)
    public List<TargetStatus> list() {
        return messengers.all().stream().map(Messenger::status).toList();
    }

    /** It is told at once what fires now. @throws AccessRefusedException INVALID, CONFLICT when there are too many */
    @Requires(Permission.ALERT_MANAGE)
    public TargetStatus add(Wanted wanted) {
        Target target = checked(UUID.randomUUID(), wanted, "");
        if (messengers.all().size() >= MOST) {
            throw new AccessRefusedException(Reason.CONFLICT, "There are " + MOST + " targets; delete one first");
        }
        record.keep(change("alert.target.add", target), () -> store.insert(target));
        messengers.begin(target);
        return find(target.id()).status();
    }

    /** @throws AccessRefusedException INVALID, NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public TargetStatus change(UUID id, Wanted wanted) {
        Target before = find(id).target();
        // An address of another form is none of this one.
        Target target = checked(id, wanted, before.form() == wanted.form() ? before.address() : "");
        record.keep(change("alert.target.change", target), () -> store.update(target));
        messengers.begin(target);
        return find(id).status();
    }

    /** @throws AccessRefusedException NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public void delete(UUID id) {
        Target target = find(id).target();
        record.keep(change("alert.target.delete", target), () -> {
            messengers.end(id);
            store.delete(id);
        });
    }

    /** Sends a test message and returns at once; what becomes of it its status tells. @throws AccessRefusedException NOT_FOUND */
    @Requires(Permission.ALERT_MANAGE)
    public void test(UUID id) {
        Messenger messenger = find(id);
        record.keep(change("alert.target.test", messenger.target()), messenger::test);
    }

    /** Calls {@code listener} after a target or its status changed; any thread, must return at once. */
    @Requires(Permission.ALERT_MANAGE)
    public Registration onChange(Runnable listener) {
        return messengers.onChange(listener);
    }

    private Messenger find(UUID id) {
        return messengers
                .find(id)
                .orElseThrow(() -> new AccessRefusedException(Reason.NOT_FOUND, "There is no such target"));
    }

    private Target checked(UUID id, Wanted wanted, String before) {
        String name = wanted.name().strip();
        String address = wanted.address().isBlank() ? before : wanted.address().strip();
        Form form = wanted.form();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("A name has 1 to " + LONGEST_NAME + " characters");
        }
        if (form == null) {
            throw invalid("Say in which form the target is told");
        }
        if (address.length() > LONGEST_ADDRESS) {
            throw invalid("An address has at most " + LONGEST_ADDRESS + " characters");
        }
        String refusal = senders.refusal(form, address);
        if (!refusal.isEmpty()) {
            throw invalid(refusal);
        }
        return new Target(id, name, form, address, wanted.enabled(), muted(wanted.mutedFrom(), wanted.mutedUntil()));
    }

    private static @Nullable MutedHours muted(@Nullable LocalTime from, @Nullable LocalTime until) {
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null) {
            throw invalid("Muted hours have a beginning and an end");
        }
        return new MutedHours(from, until).toTheMinute();
    }

    private static AccessRefusedException invalid(String why) {
        return new AccessRefusedException(Reason.INVALID, why);
    }

    private static AccessChange change(String verb, Target target) {
        return AccessChange.of(
                verb, target.id(), target.name(), target.form() + (target.enabled() ? "" : ", turned off"));
    }
}
