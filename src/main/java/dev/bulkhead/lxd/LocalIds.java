package dev.bulkhead.lxd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives instances the ids by which the rest of the program knows them.
 *
 * <p>The id is {@code volatile.uuid}, which a rename keeps. {@code lxc import} under another name keeps it too, and the time of
 * creation with it, so two instances may claim one: then each gets {@code uuid~hash}, where the hash is of its project and name, and
 * the plain uuid names neither. Servers older than {@code volatile.uuid} get a hash of project, name and creation; there a rename
 * makes another id.
 */
final class LocalIds {

    private static final char TWIN = '~';
    private static final String DERIVED = "h";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F-]{8,64}");
    private static final Pattern TWIN_FORM = Pattern.compile("[0-9a-fA-F-]{8,64}~[0-9a-f]{24}");
    private static final Pattern DERIVED_FORM = Pattern.compile("h[0-9a-f]{24}");

    private LocalIds() {}

    /** Ids for all instances of a server; it takes all of them to know who is alone with a uuid. */
    static Map<InstanceName, String> assign(Collection<InstanceDocument> all) {
        Map<String, Long> claims = all.stream()
                .flatMap(document -> document.uuid().stream())
                .collect(Collectors.groupingBy(uuid -> uuid, Collectors.counting()));
        Map<InstanceName, String> ids = HashMap.newHashMap(all.size());
        for (InstanceDocument document : all) {
            boolean alone = document.uuid().map(claims::get).orElse(0L) <= 1;
            ids.put(document.name(), idOf(document, alone));
        }
        return ids;
    }

    /** The id of one instance, given whether it is the only one with its uuid. */
    static String idOf(InstanceDocument document, boolean alone) {
        InstanceName name = document.name();
        return document.uuid()
                .map(uuid -> alone ? uuid : uuid + TWIN + hash(name.project(), name.name()))
                .orElseGet(() -> DERIVED + hash(name.project(), name.name(), document.text("created_at")));
    }

    /** Whether it is an id of the longer form, which one of several with the same uuid has. */
    static boolean isTwin(String localId) {
        return TWIN_FORM.matcher(localId).matches();
    }

    /** Whether it is an id of a server without uuids. */
    static boolean isDerived(String localId) {
        return DERIVED_FORM.matcher(localId).matches();
    }

    /** The uuid in an id; empty in one of a server without uuids, and in what is no id. */
    static Optional<String> uuidOf(String localId) {
        if (isTwin(localId)) {
            return Optional.of(localId.substring(0, localId.indexOf(TWIN)));
        }
        return Optional.of(localId).filter(LocalIds::isUuid);
    }

    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    private static String hash(String... parts) {
        try {
            // A slash is in no project's or instance's name, so that the parts cannot run into each other.
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("/", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
