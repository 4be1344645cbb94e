package dev.bulkhead.access.ldap;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.SecretFile;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The directory by which people may sign in.
 *
 * @param url {@code ldaps://host}, or {@code ldap://host} with StartTLS or on this machine; without one there is no such sign-in
 * @param startTls whether a connection that begins in the clear is made safe before anything is said
 * @param bindDn who looks people up; nobody in particular when left out
 * @param bindPasswordFile a file that holds their password
 * @param userBase below which people are
 * @param userFilter finds one; {@code {0}} is the typed name
 * @param idAttribute what of an entry never changes; where there is none, it is the entry's name
 * @param nameAttribute what becomes the sign-in name of a new account
 * @param groupBase below which groups are; without one nobody is in any
 * @param groupFilter finds those of one person; {@code {0}} is the name of their entry
 * @param groupAttribute what a group is called
 * @param groupMap names of groups there, and those here that they stand for
 */
@ConfigurationProperties("bulkhead.access.ldap")
record LdapSettings(
        @DefaultValue("") String url,
        boolean startTls,
        @DefaultValue("") String bindDn,
        @Nullable String bindPasswordFile,
        @DefaultValue("") String userBase,
        @DefaultValue("(uid={0})") String userFilter,
        @DefaultValue("entryUUID") String idAttribute,
        @DefaultValue("uid") String nameAttribute,
        @DefaultValue("") String groupBase,
        @DefaultValue("(member={0})") String groupFilter,
        @DefaultValue("cn") String groupAttribute,
        @DefaultValue Map<String, String> groupMap) {

    private static final String KEY = "bulkhead.access.ldap.";

    boolean isOn() {
        return !url.isBlank();
    }

    /** @throws ConfigurationFault when passwords would cross a network in the clear */
    LdapSettings checked() {
        URI address = address();
        boolean safe = "ldaps".equals(address.getScheme()) || startTls || isLoopback(String.valueOf(address.getHost()));
        if (!safe || !String.valueOf(address.getScheme()).startsWith("ldap")) {
            throw new ConfigurationFault(
                    KEY + "url",
                    url,
                    "passwords would be sent in the clear; use ldaps://, or set " + KEY + "start-tls");
        }
        if (userBase.isBlank()) {
            throw new ConfigurationFault(KEY + "user-base", "", "is not set; name the entry below which people are");
        }
        return this;
    }

    String bindPassword() {
        return SecretFile.read(KEY + "bind-password-file", bindPasswordFile);
    }

    private URI address() {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationFault(KEY + "url", url, "is no address; use ldaps://host");
        }
    }

    private static boolean isLoopback(String host) {
        String literal = host.replaceAll("[\\[\\]]", "");
        return literal.equals("localhost")
                || literal.matches("[0-9.]+|[0-9a-f]*:[0-9a-f:]*")
                        && InetAddress.ofLiteral(literal).isLoopbackAddress();
    }
}
