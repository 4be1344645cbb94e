package dev.bulkhead.access.token;

import dev.bulkhead.access.AccessChange;
import dev.bulkhead.access.AccessRecord;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Confirmation;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tokens of one's own and, for administrators, of all. Reading answers from memory; changing blocks for some statements. */
@Service
public class TokenService {

    /** How long a token lasts unless told otherwise. */
    public static final Duration USUAL_LIFE = Duration.ofDays(90);

    /** How long one may last. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** How many one person may have. */
    public static final int MOST = 100;

    private static final int LONGEST_NAME = 64;

    private final Tokens tokens;
    private final AccessService access;
    private final Confirmation confirmation;
    private final AccessRecord record;

    TokenService(Tokens tokens, AccessService access, Confirmation confirmation, AccessRecord record) {
        this.tokens = tokens;
        this.access = access;
        this.confirmation = confirmation;
        this.record = record;
    }

    /** The caller's own, the newest first. */
    @Requires(Permission.ENTER)
    public List<ApiToken> own() {
        String owner = access.current().name();
        return sorted().filter(token -> token.owner().equals(owner)).toList();
    }

    /** Everybody's for who may administer the installation, else the caller's own; the newest first. */
    @Requires(Permission.ENTER)
    public List<ApiToken> all() {
        return managesAll() ? sorted().toList() : own();
    }

    /**
     * Makes one for the caller. It can never do more than its owner may at that moment, whatever its limit says.
     *
     * @param life how long it lasts
     * @throws ConfirmationRequiredException when they have not shown lately that it is them: a token outlives the session
     * @throws AccessRefusedException INVALID for the name, limit or life; DENIED to a token; CONFLICT when there are too many
     */
    @Requires(Permission.ENTER)
    public NewToken make(String name, Limit limit, Duration life) {
        if (access.credential().isToken()) {
            throw new AccessRefusedException(Reason.DENIED, "A token cannot make tokens; sign in with a password");
        }
        confirmation.require();
        check(name.strip(), limit, life);
        TokenText text = TokenText.make();
        Instant now = tokens.now();
        ApiToken token =
                new ApiToken(text.id(), access.current().name(), name.strip(), limit, now, now.plus(life), null);
        record.keep(change("token.make", token), () -> tokens.add(token, text.hash()));
        return new NewToken(token, text.text());
    }

    /**
     * Makes one worth nothing, at once; what is open by it closes within two seconds. A token may end itself, and no other.
     *
     * @throws AccessRefusedException NOT_FOUND when there is none such, or it is somebody else's
     */
    @Requires(Permission.ENTER)
    public void revoke(String id) {
        ApiToken token = tokens.find(id)
                .filter(this::isCallers)
                .orElseThrow(() -> new AccessRefusedException(Reason.NOT_FOUND, "There is no such token"));
        record.keep(change("token.revoke", token), () -> tokens.remove(id));
    }

    /** Calls {@code listener} after one was made or revoked; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return tokens.onChange(listener);
    }

    private boolean isCallers(ApiToken token) {
        if (access.credential().isToken()) {
            return token.id().equals(Origin.current().signIn());
        }
        return token.owner().equals(access.current().name()) || managesAll();
    }

    private boolean managesAll() {
        return access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION);
    }

    private java.util.stream.Stream<ApiToken> sorted() {
        return tokens.all().stream()
                .sorted(Comparator.comparing(ApiToken::createdAt).reversed().thenComparing(ApiToken::id));
    }

    private void check(String name, Limit limit, Duration life) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new AccessRefusedException(Reason.INVALID, "A token's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (limit.permissions().isEmpty()) {
            throw new AccessRefusedException(Reason.INVALID, "A token has at least one permission");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new AccessRefusedException(
                    Reason.INVALID, "A token lasts from one day to " + LONGEST_LIFE.toDays() + " days");
        }
        if (own().size() >= MOST) {
            throw new AccessRefusedException(
                    Reason.CONFLICT, "There are " + MOST + " tokens of yours already; revoke one");
        }
    }

    private static AccessChange change(String verb, ApiToken token) {
        return new AccessChange(verb, token.id(), token.name(), "of " + token.owner());
    }
}
