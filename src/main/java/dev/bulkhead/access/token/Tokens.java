package dev.bulkhead.access.token;

import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.AccessEvent.Kind;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Actor;
import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.TokenAuthentication;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All tokens, in memory: proving one asks no database, and one that is taken back is worth nothing from then on. */
@Component
public class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final TokenStore store;
    private final AccessService access;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Map<String, TokenStore.Row> rows;
    private final Set<String> usedLately = ConcurrentHashMap.newKeySet();
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);

    @Autowired
    Tokens(TokenStore store, AccessService access, ApplicationEventPublisher events) {
        this(store, access, events, InstantSource.system());
    }

    Tokens(TokenStore store, AccessService access, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.events = events;
        this.clock = clock;
        this.rows = store.load().stream()
                .collect(Collectors.toMap(
                        row -> row.token().id(), row -> row, (one, other) -> one, ConcurrentHashMap::new));
    }

    /** Who comes with such a text; empty when it is no token, or worth nothing, which is put on record. */
    Optional<TokenAuthentication> prove(String text) {
        Optional<ApiToken> meant = TokenText.parse(text).filter(this::isRight).flatMap(sent -> find(sent.id()));
        Optional<TokenAuthentication> proven =
                meant.filter(token -> limit(token.id()).isPresent()).map(this::use);
        if (proven.isEmpty()) {
            // Only of a right secret is it told which token it was, so that nobody else's name gets on record by
            // guessing.
            events.publishEvent(new AccessEvent(
                    Origin.current(),
                    "token",
                    Kind.REFUSED,
                    meant.map(ApiToken::id).orElse(""),
                    meant.map(ApiToken::name).orElse(""),
                    meant.map(token -> "of " + token.owner() + ", expired or disabled")
                            .orElse("unknown or revoked")));
        }
        return proven;
    }

    private boolean isRight(TokenText sent) {
        TokenStore.Row row = rows.get(sent.id());
        return row != null && sent.matches(row.hash());
    }

    private TokenAuthentication use(ApiToken token) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(token.lastUsedAt())) {
            rows.computeIfPresent(
                    token.id(), (id, row) -> new TokenStore.Row(row.token().usedAt(minute), row.hash()));
            usedLately.add(token.id());
        }
        return new TokenAuthentication(token.owner(), token.id(), () -> limit(token.id()));
    }

    /** What a token is worth now: nothing after its end, nor while its owner may not be here. */
    private Optional<Limit> limit(String id) {
        return find(id).filter(token -> !token.isExpired(clock.instant()))
                .filter(token -> access.rights(new Actor(token.owner())).anywhere(Permission.ENTER))
                .map(ApiToken::limit);
    }

    Optional<ApiToken> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(TokenStore.Row::token);
    }

    Collection<ApiToken> all() {
        return rows.values().stream().map(TokenStore.Row::token).toList();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    void add(ApiToken token, String hash) {
        store.insert(token, hash);
        rows.put(token.id(), new TokenStore.Row(token, hash));
        changes.append(List.of(Boolean.TRUE));
    }

    void remove(String id) {
        store.delete(id);
        rows.remove(id);
        changes.append(List.of(Boolean.TRUE));
    }

    /** Calls {@code listener} after one was made or taken back; any thread, must return at once. */
    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    /** When each was last used is known to the minute; that is written as often. */
    @Scheduled(fixedDelay = 60_000)
    void writeUse() {
        for (String id : usedLately) {
            usedLately.remove(id);
            Instant moment = find(id).map(ApiToken::lastUsedAt).orElse(null);
            if (moment == null) {
                continue;
            }
            try {
                store.used(id, moment);
            } catch (DataAccessException failing) {
                LOG.warn("It cannot be written when a token was last used", failing);
                usedLately.add(id);
                return;
            }
        }
    }
}
