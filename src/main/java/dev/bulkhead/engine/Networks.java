package dev.bulkhead.engine;

import java.util.List;

/** The networks of an engine. Reading only. */
public interface Networks {

    /**
     * Read now, in any order, with calls whose number does not grow with the instances. A network that vanishes meanwhile is left out.
     *
     * @throws EngineException as the engine says
     */
    List<Network> list();
}
