package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which rows of a table that names instances somebody may see, so that the database can page and count them.
 *
 * @param sql a condition, in brackets
 * @param parameters those that it names
 */
public record InstanceCondition(String sql, Map<String, Object> parameters) {

    public InstanceCondition {
        parameters = Map.copyOf(parameters);
    }

    /** @param column of the table that holds an {@link InstanceId} as text */
    static InstanceCondition of(Rights rights, Permission permission, String column) {
        if (rights.everywhere(permission)) {
            return new InstanceCondition("(1 = 1)", Map.of());
        }
        List<String> either = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        Set<String> instances =
                rights.instances(permission).stream().map(InstanceId::toString).collect(Collectors.toSet());
        if (!instances.isEmpty()) {
            either.add(column + " in (:visibleInstances)");
            parameters.put("visibleInstances", instances);
        }
        Set<UUID> projects = rights.projects(permission);
        if (!projects.isEmpty()) {
            either.add(column + " in (select instance from project_instance where project_id in (:visibleProjects))");
            parameters.put("visibleProjects", projects);
        }
        if (projects.contains(Project.DEFAULT)) {
            either.add(column + " not in (select instance from project_instance)");
        }
        return new InstanceCondition(
                either.isEmpty() ? "(1 = 0)" : "(" + String.join(" or ", either) + ")", parameters);
    }
}
