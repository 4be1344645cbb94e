package dev.bulkhead.engine;

import java.util.List;

/** The images of an engine. Reading only. */
public interface Images {

    /**
     * Read now, in any order, with calls whose number does not grow with the images, but for libvirt, which must be asked volume by
     * volume. An image that vanishes meanwhile is left out.
     *
     * @throws EngineException as the engine says
     */
    List<Image> list();
}
