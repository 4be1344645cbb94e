package dev.bulkhead.bench;

import dev.bulkhead.access.LargeInstallation;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a decision takes where there is much to decide about, and how much longer a list that is narrowed to its reader. */
final class DecisionBench {

    private static final int ROUNDS = 200;

    private DecisionBench() {}

    static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        LargeInstallation installation = new LargeInstallation(size);
        decide(installation);
        Figures.row(
                "decision, 1,000 users, 10,000 grants, %,d instances".formatted(size),
                String.format(Locale.ROOT, "%.2f µs", decide(installation)),
                "≤ 5 µs",
                "");
        narrow(installation);
        Figures.row(
                "list of %,d instances for one with 50 grants, added".formatted(size),
                String.format(Locale.ROOT, "%.2f ms", narrow(installation)),
                "≤ 5 ms",
                "");
    }

    /** Microseconds a question, each by another person on another instance. */
    private static double decide(LargeInstallation installation) {
        List<InstanceId> instances = installation.instances();
        int yes = 0;
        int questions = 0;
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS / 10; round++) {
            for (int i = 0; i < instances.size(); i++) {
                yes += installation.asks(questions++, instances.get(i)) ? 1 : 0;
            }
        }
        double micros = Figures.millisSince(began) * 1_000 / questions;
        Figures.say(yes + " of " + questions + " questions were answered with yes");
        return micros;
    }

    private static double narrow(LargeInstallation installation) {
        Rights rights = installation.firstOnes();
        List<Double> millis = new ArrayList<>();
        int seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            seen = installation.instances().stream()
                    .filter(instance -> rights.at(Permission.INSTANCE_VIEW, instance))
                    .toList()
                    .size();
            millis.add(Figures.millisSince(began));
        }
        Figures.say(seen + " of " + installation.instances().size() + " are seen");
        return Figures.median(millis);
    }
}
