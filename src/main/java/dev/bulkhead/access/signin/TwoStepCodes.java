package dev.bulkhead.access.signin;

import dev.bulkhead.access.SecondStep;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks the codes of those who sign in in two steps; each is taken once. */
@Component
class TwoStepCodes implements SecondStep {

    private static final Pattern TIME_CODE = Pattern.compile("\\d{6}");
    private static final int RECOVERY_CODES = 10;

    /** 80 bits: nobody finds one by trying, even with the table. */
    private static final int RECOVERY_BYTES = 10;

    private static final int GROUP = 4;

    private final TwoStepStore store;
    private final AccessKey key;
    private final Supplier<Instant> clock;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    TwoStepCodes(TwoStepStore store, AccessKey key) {
        this(store, key, Instant::now);
    }

    TwoStepCodes(TwoStepStore store, AccessKey key, Supplier<Instant> clock) {
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public boolean isNeeded(String name) {
        return store.find(name).isPresent();
    }

    /** Whether it is a code of now, or a recovery code, of that user; it is worth nothing after that. */
    boolean take(String name, String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        return store.find(name)
                .filter(stored ->
                        TIME_CODE.matcher(code).matches() ? takeTimeCode(stored, code) : takeRecovery(stored, code))
                .isPresent();
    }

    private boolean takeTimeCode(TwoStepStore.Stored stored, String code) {
        OptionalLong step = key.open(stored.sealedSecret(), stored.user().toString())
                .map(secret -> TimeCodes.match(secret, code, clock.get(), stored.lastStep()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && store.use(stored.user(), step.getAsLong());
    }

    private boolean takeRecovery(TwoStepStore.Stored stored, String code) {
        return store.useRecoveryCode(stored.user(), hash(stored.user().toString(), code));
    }

    /** The step of a code of now by a secret that is not stored yet. */
    OptionalLong match(byte[] secret, String typed) {
        return TimeCodes.match(secret, typed.replaceAll("[\\s-]", ""), clock.get(), 0);
    }

    /** New ones, as they are shown: "ABCD-EFGH-IJKL-MNOP". */
    List<String> makeRecoveryCodes() {
        return Stream.generate(() -> {
                    byte[] bytes = new byte[RECOVERY_BYTES];
                    random.nextBytes(bytes);
                    return String.join("-", Base32.encode(bytes).split("(?<=\\G.{" + GROUP + "})"));
                })
                .limit(RECOVERY_CODES)
                .toList();
    }

    String hash(String user, String recoveryCode) {
        return key.hash(user + " " + recoveryCode.replace("-", "").toUpperCase(Locale.ROOT));
    }
}
