package dev.bulkhead.alert;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;

/**
 * What an alert is about.
 *
 * @param kind what it is
 * @param id its id
 * @param host the machine that it is, or is on
 * @param name what it was called when the alert fired
 */
public record Subject(Signal.Kind kind, String id, HostId host, String name) {

    /** What may be known of it is what may be seen of the thing itself. */
    boolean isVisible(Rights rights) {
        return kind == Signal.Kind.INSTANCE
                ? InstanceId.parse(id)
                        .filter(instance -> rights.at(Permission.INSTANCE_VIEW, instance))
                        .isPresent()
                : rights.at(Permission.HOST_VIEW, new Scope.OnHost(host));
    }

    /** Unique over all kinds. */
    String key() {
        return kind + ":" + id;
    }
}
