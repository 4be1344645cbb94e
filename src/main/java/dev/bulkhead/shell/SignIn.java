package dev.bulkhead.shell;

import dev.bulkhead.access.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Signs in where the form does not: after set-up, after a second step, by a passkey. */
@Component
class SignIn {

    private final UserDetailsService users;
    private final SecurityContextRepository sessions;
    private final ApplicationEventPublisher events;
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    SignIn(UserDetailsService users, SecurityContextRepository sessions, ApplicationEventPublisher events) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * The session goes on under a new id, as after the form.
     *
     * @return the address that was asked for before, of ours and without its host; "/" for none
     * @throws DisabledException when the account may not sign in now
     */
    String signIn(String name, HttpServletRequest request, HttpServletResponse response) {
        UserDetails user = users.loadUserByUsername(name);
        if (!user.isEnabled()) {
            throw new DisabledException("The account is disabled");
        }
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(Credential.signIn(request));
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(signedIn, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(signedIn, SignIn.class));
        return target(request, response);
    }

    private String target(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        if (saved == null) {
            return "/";
        }
        URI address = URI.create(saved.getRedirectUrl());
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        // Two slashes at the beginning would name another host.
        return "/" + address.getRawPath().replaceFirst("^/+", "") + query;
    }
}
