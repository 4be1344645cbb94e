package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import java.util.Set;

/** Somebody who looks at screens. Nothing is in view at first. */
public interface ThumbnailWatch extends Registration {

    /** How many one can look at; whatever is more is left out. */
    int MOST = 200;

    /** What is in view from now on, instead of what was. Any thread; returns at once. */
    void see(Set<InstanceId> ids);
}
