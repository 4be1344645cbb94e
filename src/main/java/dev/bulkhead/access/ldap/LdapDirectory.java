package dev.bulkhead.access.ldap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks the directory, over a connection of its own each time. Blocks for some seconds at most. What people type becomes an argument of
 * a filter, which Java escapes, and never a part of one.
 */
final class LdapDirectory {

    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "5000";
    private static final int SEARCH_MILLIS = 5_000;
    private static final int MOST_GROUPS = 1_000;

    private final LdapSettings settings;
    private final String bindPassword;
    private final SSLSocketFactory tls;

    LdapDirectory(LdapSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls what StartTLS trusts */
    LdapDirectory(LdapSettings settings, SSLSocketFactory tls) {
        this.settings = settings.checked();
        this.bindPassword = settings.bindPassword();
        this.tls = tls;
    }

    /**
     * Somebody as the directory knows them.
     *
     * @param id what never changes of them
     * @param name what they are called
     * @param groups what the groups are called that they are in
     */
    record Entry(String id, String name, Set<String> groups) {}

    /**
     * Who that is; empty when there is no such person, or more than one, or the password is wrong.
     *
     * @throws NamingException when the directory does not answer, or not to us
     */
    Optional<Entry> prove(String typedName, String password) throws NamingException {
        // A bind with a name and no password succeeds, as nobody (RFC 4513, 5.1.2).
        if (typedName.isBlank() || password.isEmpty()) {
            return Optional.empty();
        }
        LdapContext reader = connect(settings.bindDn(), bindPassword);
        try {
            Optional<SearchResult> found = find(reader, typedName);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            String entry = found.get().getNameInNamespace();
            return opens(entry, password) ? Optional.of(describe(reader, found.get(), entry)) : Optional.empty();
        } finally {
            reader.close();
        }
    }

    private Optional<SearchResult> find(LdapContext reader, String typedName) throws NamingException {
        SearchControls controls = controls(settings.idAttribute(), settings.nameAttribute());
        controls.setCountLimit(2);
        List<SearchResult> found = search(reader, settings.userBase(), settings.userFilter(), typedName, controls);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean opens(String entry, String password) throws NamingException {
        try {
            connect(entry, password).close();
            return true;
        } catch (AuthenticationException | AuthenticationNotSupportedException wrong) {
            return false;
        }
    }

    private Entry describe(LdapContext reader, SearchResult found, String entry) throws NamingException {
        String id = text(found, settings.idAttribute()).orElse(entry);
        return new Entry(id, text(found, settings.nameAttribute()).orElse(id), groups(reader, entry));
    }

    private Set<String> groups(LdapContext reader, String entry) throws NamingException {
        Set<String> groups = new HashSet<>();
        if (!settings.groupBase().isBlank()) {
            SearchControls controls = controls(settings.groupAttribute());
            controls.setCountLimit(MOST_GROUPS);
            for (SearchResult group : search(reader, settings.groupBase(), settings.groupFilter(), entry, controls)) {
                text(group, settings.groupAttribute()).ifPresent(groups::add);
            }
        }
        return groups;
    }

    // Serialized objects in entries stay what they are: none are asked for, and Java trusts none unless told to.
    @SuppressWarnings("BanJNDI")
    private static List<SearchResult> search(
            LdapContext reader, String base, String filter, String argument, SearchControls controls)
            throws NamingException {
        List<SearchResult> all = new ArrayList<>();
        NamingEnumeration<SearchResult> found = reader.search(base, filter, new Object[] {argument}, controls);
        try {
            while (found.hasMore()) {
                all.add(found.next());
            }
        } catch (javax.naming.SizeLimitExceededException more) {
            // The first ones are enough to know that there are too many.
        } finally {
            found.close();
        }
        return all;
    }

    private static SearchControls controls(String... attributes) {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningAttributes(attributes);
        controls.setTimeLimit(SEARCH_MILLIS);
        return controls;
    }

    /** Ids of Active Directory are bytes. */
    private static Optional<String> text(SearchResult found, String name) throws NamingException {
        Attribute attribute = found.getAttributes().get(name);
        Object value = attribute == null || attribute.size() == 0 ? null : attribute.get();
        return switch (value) {
            case byte[] bytes -> Optional.of(HexFormat.of().formatHex(bytes));
            case null -> Optional.empty();
            default -> Optional.of(value.toString());
        };
    }

    private LdapContext connect(String who, String password) throws NamingException {
        Hashtable<String, Object> how = new Hashtable<>();
        how.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        how.put(Context.PROVIDER_URL, settings.url());
        how.put(Context.REFERRAL, "ignore");
        how.put("com.sun.jndi.ldap.connect.timeout", CONNECT_MILLIS);
        how.put("com.sun.jndi.ldap.read.timeout", READ_MILLIS);
        how.put("java.naming.ldap.attributes.binary", "objectGUID");
        if (!settings.startTls()) {
            authenticate(how, who, password);
            return new InitialLdapContext(how, null);
        }
        LdapContext context = new InitialLdapContext(how, null);
        try {
            ((StartTlsResponse) context.extendedOperation(new StartTlsRequest())).negotiate(tls);
            Hashtable<String, Object> then = new Hashtable<>();
            authenticate(then, who, password);
            for (var each : then.entrySet()) {
                context.addToEnvironment(each.getKey(), each.getValue());
            }
            context.reconnect(null);
            return context;
        } catch (java.io.IOException unsafe) {
            context.close();
            NamingException failed = new javax.naming.CommunicationException("StartTLS failed");
            failed.initCause(unsafe);
            throw failed;
        } catch (NamingException failed) {
            context.close();
            throw failed;
        }
    }

    private static void authenticate(Hashtable<String, Object> how, String who, String password) {
        if (!who.isBlank()) {
            how.put(Context.SECURITY_AUTHENTICATION, "simple");
            how.put(Context.SECURITY_PRINCIPAL, who);
            how.put(Context.SECURITY_CREDENTIALS, password);
        }
    }
}
