package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class RequiresTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
            .withUserConfiguration(RequiresConfiguration.class)
            .withBean(AccessService.class, () -> new AccessService(new UserStore(null), event -> {}))
            .withBean(Bells.class);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nobodyMayNothing() {
        context.run(beans -> {
            Bells bells = beans.getBean(Bells.class);
            assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                    .isThrownBy(bells::ring);
            signIn(new AnonymousAuthenticationToken(
                    "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                    .isThrownBy(bells::ring);
            assertThat(bells.touch()).isEqualTo("untouched");
        });
    }

    @Test
    void aUserWithoutARoleMayNothing() {
        context.run(beans -> {
            signIn(new TestingAuthenticationToken("bob", "", "ROLE_USER"));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(beans.getBean(Bells.class)::ring)
                    .withMessage("bob lacks INSTANCE_OPERATE");
            assertThat(beans.getBean(AccessService.class).allows(Permission.HOST_VIEW))
                    .isFalse();
        });
    }

    @Test
    void anAdministratorMayAll() {
        context.run(beans -> {
            signIn(new TestingAuthenticationToken("ada", "", AccessService.ADMINISTRATOR));
            assertThat(beans.getBean(Bells.class).ring()).isEqualTo("rung");
            AccessService access = beans.getBean(AccessService.class);
            assertThat(access.current()).isEqualTo(new Actor("ada"));
            assertThat(Permission.values()).allMatch(access::allows);
        });
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    static class Bells {

        @Requires(Permission.INSTANCE_OPERATE)
        public String ring() {
            return "rung";
        }

        public String touch() {
            return "untouched";
        }
    }
}
