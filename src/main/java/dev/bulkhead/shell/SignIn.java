package dev.bulkhead.shell;

import dev.bulkhead.access.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs in without the form: the one who has just become the first administrator. */
@Component
class SignIn {

    private final UserDetailsService users;
    private final SecurityContextRepository sessions;

    SignIn(UserDetailsService users, SecurityContextRepository sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** The session goes on under a new id, as after the form. */
    void signIn(String name, HttpServletRequest request, HttpServletResponse response) {
        UserDetails user = users.loadUserByUsername(name);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(Credential.signIn(request));
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(signedIn, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
