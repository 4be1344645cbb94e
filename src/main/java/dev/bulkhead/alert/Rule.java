package dev.bulkhead.alert;

import java.time.Duration;
import java.util.UUID;

/**
 * When something is an alert. It fires when every reading for {@code holdFor} is at or beyond the threshold, and is over when every
 * reading for {@code clearFor} is on the good side of {@code clearing}: readings between the two neither fire nor clear, so that a
 * number that wavers around one of them is one alert.
 *
 * @param id names it
 * @param name for people
 * @param signal what it looks at
 * @param place of what
 * @param above whether much is bad; else little is
 * @param threshold in the unit of the signal
 * @param clearing in the same; equal to the threshold or on its good side
 * @param holdFor from the first bad reading to the one that fires
 * @param clearFor from the first good reading to the one that clears
 * @param enabled whether it is looked at at all
 */
public record Rule(
        UUID id,
        String name,
        Signal signal,
        Place place,
        boolean above,
        double threshold,
        double clearing,
        Duration holdFor,
        Duration clearFor,
        boolean enabled) {

    boolean isBad(double value) {
        return above ? value >= threshold : value <= threshold;
    }

    boolean isGood(double value) {
        return above ? value < clearing : value > clearing;
    }
}
