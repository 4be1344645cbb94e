package dev.bulkhead.engine;

import java.util.List;

/** What takes storage on an engine and is used by nothing there. Reading only. */
public interface Reclaimables {

    /**
     * Read now, in any order. May take seconds: engines measure volumes by walking through them.
     *
     * @throws EngineException as the engine says
     */
    List<Reclaimable> list();
}
