package dev.bulkhead.access.passkey;

import java.util.regex.Pattern;

/**
 * Where a page is, as the browser sees it. A passkey is bound to it: one that was made for another site does not answer here.
 *
 * @param domain that passkeys are made for
 * @param origin of the page, "https://host:8443"
 */
record Site(String domain, String origin) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Browsers make passkeys for names, and over connections that nobody else can read. */
    boolean isUsable() {
        boolean secure = origin.startsWith("https://") || domain.equals("localhost") || domain.endsWith(".localhost");
        return secure && !ADDRESS.matcher(domain).matches();
    }
}
