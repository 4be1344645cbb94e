package dev.bulkhead.access.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow, case B1. After some wrong passwords one waits: for one name from one address soon, for any names from one address
 * later. Nothing is ever counted against a name alone, so nobody can lock somebody else out: from their own address the right person
 * signs in as always. Where a name was signed in before, that address's other failures do not count against it either.
 *
 * <p>Failures count when they are known. What was begun at the same time is bounded by how many passwords are checked at once
 * ({@code PasswordHashing}). All of it is in memory and of bounded size.
 */
@Component
public class SignInThrottle {

    static final int FREE_PER_PAIR = 5;
    static final int FREE_PER_ADDRESS = 50;
    private static final Duration LONGEST_PER_PAIR = Duration.ofMinutes(15);
    private static final Duration LONGEST_PER_ADDRESS = Duration.ofMinutes(1);
    private static final int MOST_PROVEN = 10_000;

    private final Backoff<Pair> pairs;
    private final Backoff<String> places;
    private final Map<Pair, Boolean> proven = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
            return size() > MOST_PROVEN;
        }
    };

    @Autowired
    SignInThrottle() {
        this(System::nanoTime);
    }

    SignInThrottle(LongSupplier nanoTime) {
        pairs = new Backoff<>(FREE_PER_PAIR, LONGEST_PER_PAIR, nanoTime);
        places = new Backoff<>(FREE_PER_ADDRESS, LONGEST_PER_ADDRESS, nanoTime);
    }

    private record Pair(String name, String place) {

        /** Names are any text that a stranger typed. */
        static Pair of(String name, String place) {
            return new Pair(name.substring(0, Math.min(name.length(), 64)), place);
        }
    }

    /** How long whoever claims that name there has to wait; zero for not at all. */
    Duration left(String name, String address) {
        String place = NetworkPlace.of(address);
        Pair pair = Pair.of(name, place);
        Duration ofPair = pairs.left(pair);
        Duration ofPlace = isProven(pair) ? Duration.ZERO : places.left(place);
        return ofPair.compareTo(ofPlace) > 0 ? ofPair : ofPlace;
    }

    void failed(String name, String address) {
        String place = NetworkPlace.of(address);
        pairs.failed(Pair.of(name, place));
        places.failed(place);
    }

    void succeeded(String name, String address) {
        Pair pair = Pair.of(name, NetworkPlace.of(address));
        pairs.forgive(pair);
        synchronized (proven) {
            proven.put(pair, Boolean.TRUE);
        }
    }

    private boolean isProven(Pair pair) {
        synchronized (proven) {
            return proven.containsKey(pair);
        }
    }
}
