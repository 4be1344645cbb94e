package dev.bulkhead.asset;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.host.EngineAnswers;
import dev.bulkhead.host.EngineRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One kind of asset on all engines, whoever asks. */
final class Shelf<T> {

    private static final Duration FRESH = Duration.ofSeconds(8);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final AssetId.Kind kind;
    private final EngineAnswers<T> answers;
    private final Function<T, String> name;

    /** @param name the engine's, unique there; what has none that can be told is left out */
    Shelf(
            EngineRegistry registry,
            AssetId.Kind kind,
            Function<Engine, Optional<List<T>>> question,
            Function<T, String> name) {
        this.kind = kind;
        this.name = name;
        this.answers = new EngineAnswers<>(
                registry,
                FRESH,
                DEADLINE,
                engine -> question.apply(engine)
                        .map(found -> found.stream()
                                .filter(one -> AssetId.isName(name.apply(one)))
                                .toList()));
    }

    EngineAnswers<T> answers() {
        return answers;
    }

    AssetId id(EngineId engine, T one) {
        return new AssetId(engine, kind, name.apply(one));
    }

    boolean holds(AssetId asset) {
        return asset.kind() == kind
                && answers.latest(asset.engine()).stream()
                        .anyMatch(one -> name.apply(one).equals(asset.name()));
    }
}
