package dev.bulkhead.engine;

import dev.bulkhead.common.EngineId;
import java.util.List;

/** Makes engines of one family. One bean an adapter. */
public interface EngineFactory {

    EngineKind kind();

    /** The engines of this family at their usual places on this machine: sockets that exist now. Does not connect; may be empty. */
    List<EngineSettings> discover();

    /**
     * Makes an engine that is not connected yet.
     *
     * @throws InvalidSettingsException when the settings can never work: scheme not spoken, a socket that exists but may not be read
     */
    Engine create(EngineId id, EngineSettings settings);
}
