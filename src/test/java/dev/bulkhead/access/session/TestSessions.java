package dev.bulkhead.access.session;

import dev.bulkhead.access.SignInDetails;
import dev.bulkhead.access.TestAccess;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Reaches into the sessions that there are. */
public final class TestSessions {

    private TestSessions() {}

    /** Lets it be long ago that the user of these sessions showed that it is them. */
    public static void forgetConfirmations(ApplicationContext application, String user) {
        of(application, user).forEach(TestAccess::forgetConfirmation);
    }

    private static List<SignInDetails> of(ApplicationContext application, String user) {
        return application.getBean(SignedInSessions.class).of(user).stream()
                .flatMap(session -> session.details().stream())
                .toList();
    }
}
