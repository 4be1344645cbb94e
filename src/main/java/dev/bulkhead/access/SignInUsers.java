package dev.bulkhead.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Tells the sign-in of our users, and keeps a password's hash when it was made anew with stronger parameters. */
@Component
class SignInUsers implements UserDetailsService, UserDetailsPasswordService {

    private static final String[] NO_AUTHORITIES = {};

    /** As costly to compare with as any other, so that time does not tell who has no password here. */
    private final String unusable = PasswordHashing.ofNothing();

    private final UserStore users;
    private final SecondStep secondStep;

    SignInUsers(UserStore users, SecondStep secondStep) {
        this.users = users;
        this.secondStep = secondStep;
    }

    @Override
    public UserDetails loadUserByUsername(String typedName) {
        String name = User.canonical(typedName);
        // A name that cannot exist is not looked up; it costs a hash all the same, as any unknown one does.
        return (User.isValidName(name) ? users.find(name) : Optional.<User>empty())
                .map(this::describe)
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        if (newHash == null) {
            return user;
        }
        users.changePasswordHash(user.getUsername(), newHash);
        return loadUserByUsername(user.getUsername());
    }

    private UserDetails describe(User user) {
        // What they may do is asked of AccessService each time, so that a session carries no right of its own.
        return org.springframework.security.core.userdetails.User.withUsername(user.name())
                .password(user.passwordHash() == null ? unusable : user.passwordHash())
                .disabled(!user.enabled())
                // Asked after the password was found right, whichever way it came: then it is not enough.
                .credentialsExpired(secondStep.isNeeded(user.name()))
                .authorities(NO_AUTHORITIES)
                .build();
    }
}
