package dev.bulkhead.access.passkey;

import dev.bulkhead.access.signin.SignInDelayedException;
import dev.bulkhead.access.signin.SignInTries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds out who somebody is by a passkey of theirs. Wrong ones count as wrong passwords do. */
@Component
@EnableConfigurationProperties(PasskeySettings.class)
public class PasskeySignIn {

    private final Ceremonies ceremonies;
    private final PasskeyStore store;
    private final PasskeySettings settings;
    private final SignInTries tries;

    PasskeySignIn(Ceremonies ceremonies, PasskeyStore store, PasskeySettings settings, SignInTries tries) {
        this.ceremonies = ceremonies;
        this.store = store;
        this.settings = settings;
        this.tries = tries;
    }

    /** Whether a browser can have passkeys for the page at hand. */
    public boolean isPossible(HttpServletRequest request) {
        return site(request).isUsable();
    }

    /** A question that any passkey of this site may answer. */
    public Ceremony begin(HttpServletRequest request) {
        return ceremonies.assertion(site(request), List.of());
    }

    /**
     * Whose passkey gave the answer; empty for nobody's.
     *
     * @throws SignInDelayedException after too many wrong ones
     */
    public Optional<String> name(Ceremony ceremony, String answer) {
        return answered(ceremony, answer).map(StoredPasskey::userName);
    }

    Optional<StoredPasskey> answered(Ceremony ceremony, String answer) {
        Optional<StoredPasskey> claimed = ceremonies.claimed(answer).flatMap(store::find);
        String name = claimed.map(StoredPasskey::userName).orElse("");
        tries.require(name);
        Optional<StoredPasskey> proven = claimed.flatMap(passkey -> ceremonies.asserted(ceremony, answer, passkey));
        if (proven.isEmpty()) {
            tries.wrong(name, "wrong passkey");
        }
        proven.ifPresent(passkey -> {
            store.used(passkey.id(), passkey.counter(), passkey.backedUp());
            tries.succeeded(passkey.userName());
        });
        return proven;
    }

    Site site(HttpServletRequest request) {
        boolean usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
        String host = request.getServerName();
        String origin = request.getScheme() + "://" + host + (usual ? "" : ":" + request.getServerPort());
        return new Site(Optional.ofNullable(settings.domain()).orElse(host), origin);
    }
}
