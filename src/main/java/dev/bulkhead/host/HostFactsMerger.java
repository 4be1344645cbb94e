package dev.bulkhead.host;

import dev.bulkhead.engine.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one picture of a machine from what several of its engines say: for each fact the first that knows it. */
final class HostFactsMerger {

    private HostFactsMerger() {}

    /** @param views at least one, the most trusted first */
    static HostFacts merge(List<HostFacts> views) {
        List<HostFacts.Pool> pools = new ArrayList<>();
        views.forEach(view -> pools.addAll(view.pools()));
        return new HostFacts(
                text(views, HostFacts::hostName),
                text(views, HostFacts::operatingSystem),
                text(views, HostFacts::kernel),
                text(views, HostFacts::cpuModel),
                first(views, HostFacts::cpuThreads),
                first(views, HostFacts::cpuTimes),
                first(views, HostFacts::memoryTotal),
                first(views, HostFacts::memoryUsed),
                first(views, HostFacts::bootedAt),
                first(views, HostFacts::hardwareAcceleration),
                pools);
    }

    private static String text(List<HostFacts> views, Function<HostFacts, String> fact) {
        return views.stream()
                .map(fact)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static <T> @Nullable T first(List<HostFacts> views, Function<HostFacts, @Nullable T> fact) {
        return views.stream().map(fact).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
