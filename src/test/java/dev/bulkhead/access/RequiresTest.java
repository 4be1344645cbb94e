package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.InstanceId;
import java.util.Optional;
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

    private static final InstanceId SEEN = InstanceId.parse("lab-docker.seen").orElseThrow();
    private static final InstanceId HIDDEN =
            InstanceId.parse("lab-docker.hidden").orElseThrow();

    private final AccessTables tables = new AccessTables();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class))
            .withUserConfiguration(RequiresConfiguration.class)
            .withBean(AccessService.class, () -> new AccessService(tables.registry, event -> {}))
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
            tables.person("ada", Role.ADMINISTRATOR, Role.HOST_LEVEL);
            signIn(new TestingAuthenticationToken("ada", "", "ROLE_USER"));
            assertThat(beans.getBean(Bells.class).ring()).isEqualTo("rung");
            AccessService access = beans.getBean(AccessService.class);
            assertThat(access.current()).isEqualTo(new Actor("ada"));
            assertThat(Permission.values()).allMatch(access::allows);
        });
    }

    @Test
    void whereAnInstanceIsNamedTheRightIsAskedForThere() {
        context.run(beans -> {
            Subject bob = Subject.user(tables.person("bob"));
            tables.give(bob, Role.VIEWER, new Scope.OnInstance(SEEN));
            signIn(new TestingAuthenticationToken("bob", "", "ROLE_USER"));
            Bells bells = beans.getBean(Bells.class);

            assertThat(bells.look(SEEN)).contains("lab-docker.seen");
            assertThat(bells.look(HIDDEN)).isEmpty();
            assertThatExceptionOfType(HiddenException.class).isThrownBy(() -> bells.ringAt(HIDDEN));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> bells.ringAt(SEEN))
                    .withMessage("bob lacks INSTANCE_OPERATE");

            tables.give(bob, Role.OPERATOR, new Scope.OnInstance(SEEN));
            assertThat(bells.ringAt(SEEN)).isEqualTo("rung");
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

        @Requires(Permission.INSTANCE_OPERATE)
        public String ringAt(InstanceId instance) {
            return "rung";
        }

        @Requires(Permission.INSTANCE_VIEW)
        public Optional<String> look(InstanceId instance) {
            return Optional.of(instance.toString());
        }

        public String touch() {
            return "untouched";
        }
    }
}
