package dev.bulkhead.access.ldap;

import dev.bulkhead.access.OutsidePeople;
import dev.bulkhead.access.SecondStep;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signing in by the configured directory, with the same form; names that have a password here are never asked of it. */
@Component
@EnableConfigurationProperties(LdapSettings.class)
public class LdapSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(LdapSignIn.class);
    private static final int LONGEST = 256;

    private final OutsidePeople people;
    private final SecondStep secondStep;
    private final String issuer;
    private final Map<String, String> groupMap;
    private final @Nullable LdapDirectory directory;

    LdapSignIn(LdapSettings settings, OutsidePeople people, SecondStep secondStep) {
        this.people = people;
        this.secondStep = secondStep;
        this.issuer = settings.url();
        this.groupMap = settings.groupMap();
        this.directory = settings.isOn() ? new LdapDirectory(settings) : null;
    }

    /** Has a chain of filters ask the directory, before it looks for a password here. */
    public void applyTo(HttpSecurity http) {
        if (directory != null) {
            http.authenticationProvider(new Provider(directory));
        }
    }

    /** Not a bean: the only one of its kind would take the place of the passwords here. */
    private final class Provider implements AuthenticationProvider {

        private final LdapDirectory there;

        Provider(LdapDirectory there) {
            this.there = there;
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }

        @Override
        public @Nullable Authentication authenticate(Authentication typed) {
            String name = typed.getName();
            String password = String.valueOf(Objects.requireNonNullElse(typed.getCredentials(), ""));
            if (name.length() > LONGEST || password.length() > LONGEST || people.isLocal(name)) {
                return null;
            }
            LdapDirectory.Entry entry =
                    ask(name, password).orElseThrow(() -> new BadCredentialsException("Not so in the directory"));
            String account = people.enter(issuer, entry.id(), entry.name(), groupsHere(entry.groups()));
            if (secondStep.isNeeded(account)) {
                // It is asked for by the name that was typed.
                throw name.strip().equalsIgnoreCase(account)
                        ? new CredentialsExpiredException("A second step is needed")
                        : new BadCredentialsException("A second step is needed: type " + account);
            }
            UsernamePasswordAuthenticationToken proven =
                    UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
            proven.setDetails(typed.getDetails());
            return proven;
        }

        private Optional<LdapDirectory.Entry> ask(String name, String password) {
            try {
                return there.prove(name, password);
            } catch (NamingException silent) {
                LOG.warn("The directory {} does not answer: {}", issuer, silent.getMessage());
                throw new InternalAuthenticationServiceException("The directory does not answer");
            }
        }
    }

    private Set<String> groupsHere(Set<String> theirs) {
        return theirs.stream().map(groupMap::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
