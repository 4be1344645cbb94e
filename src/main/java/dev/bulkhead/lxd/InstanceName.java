package dev.bulkhead.lxd;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the API addresses an instance by. Both parts may change during its life, so this is never kept as an identity.
 *
 * @param project {@code default} where the server knows no projects
 * @param name unique in the project
 */
record InstanceName(String project, String name) {

    static final String DEFAULT_PROJECT = "default";

    /** The instance's own address. */
    String path() {
        return "/1.0/instances/" + encode(name) + "?project=" + encode(project);
    }

    /** The address of a part of it, for example {@code state}. */
    String path(String part) {
        return "/1.0/instances/" + encode(name) + "/" + part + "?project=" + encode(project);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
