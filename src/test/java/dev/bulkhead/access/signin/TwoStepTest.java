package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.SignInDetails;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A password and a code: the code once, the secret sealed, nothing before the second step. */
class TwoStepTest extends ServerTest {

    private static final String HOSTS = "/api/v1/hosts";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TwoStepService twoStep;

    @Autowired
    private TwoStepCodes codes;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "steps-" + UUID.randomUUID().toString().substring(0, 8);
    private final SignInDetails details = (SignInDetails) Credential.signIn(new MockHttpServletRequest());
    private UUID person;

    @BeforeEach
    void aPersonWhoIsSignedIn() {
        person = new TestAccess(application).person(name, PASSWORD, Role.VIEWER);
        as(name);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void as(String user) {
        TestingAuthenticationToken signedIn = new TestingAuthenticationToken(user, "", "ROLE_USER");
        signedIn.setDetails(details);
        SecurityContextHolder.getContext().setAuthentication(signedIn);
    }

    private static String code(Enrolment enrolment, int later) {
        return TimeCodes.at(enrolment.secret(), TimeCodes.step(Instant.now()) + later);
    }

    private List<String> turnOn(Enrolment enrolment) {
        // Of now, so that a step that begins meanwhile does no harm.
        return twoStep.turnOn(enrolment, code(enrolment, 0));
    }

    @Test
    void aCodeIsTakenOnceAndASecondOfTheSameTimeIsNot() {
        Enrolment enrolment = twoStep.begin();
        String first = code(enrolment, 0);
        twoStep.turnOn(enrolment, first);
        assertThat(codes.take(name, first)).as("the code of enrolment").isFalse();
        String code = code(enrolment, 1);
        assertThat(codes.take(name, code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(codes.take(name, code)).isFalse();
        assertThat(codes.take(name, "000000")).isFalse();
        assertThat(codes.take("nobody", code(enrolment, 1))).isFalse();
    }

    @Test
    void tenRecoveryCodesWorkOnceEachUntilThereAreNewOnes() {
        List<String> recovery = turnOn(twoStep.begin());
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes.take(name, recovery.getFirst().toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(codes.take(name, recovery.getFirst())).isFalse();
        assertThat(twoStep.own())
                .hasValueSatisfying(state -> assertThat(state.recoveryCodes()).isEqualTo(9));
        List<String> fresh = twoStep.renewRecoveryCodes();
        assertThat(codes.take(name, recovery.get(1))).isFalse();
        assertThat(codes.take(name, fresh.get(1))).isTrue();
    }

    @Test
    void nothingReadableIsStored() {
        Enrolment enrolment = twoStep.begin();
        List<String> recovery = turnOn(enrolment);
        String stored = jdbc.sql("select secret from totp where user_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .single()
                + jdbc.sql("select hash from recovery_code where user_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .list();
        assertThat(stored)
                .doesNotContain(Base32.encode(enrolment.secret()))
                .doesNotContain(recovery.getFirst())
                .doesNotContain(recovery.getFirst().replace("-", ""));
        assertThat(enrolment.toString()).isEqualTo("Enrolment[" + name + "]");
        assertThat(administrator().get("/api/v1/audit?limit=50").body())
                .contains("two-step.on")
                .doesNotContain(recovery.getFirst(), Base32.encode(enrolment.secret()));
    }

    @Test
    void aWrongCodeTurnsNothingOn() {
        Enrolment enrolment = twoStep.begin();
        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> twoStep.turnOn(enrolment, code(enrolment, 7)));
        assertThat(twoStep.own()).isEmpty();
    }

    @Test
    void thePasswordAloneIsNobodyInThePagesAndInTheApi() {
        Enrolment enrolment = twoStep.begin();
        turnOn(enrolment);
        HttpCaller browser = anyone();
        browser.with("Sec-Fetch-Site", "same-origin");
        HttpResponse<String> answer = browser.signIn(name, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).hasValue("/login/code");
        assertThat(browser.get(HOSTS).statusCode()).isEqualTo(401);
        assertThat(browser.get("/instances").headers().firstValue("location")).hasValue("/login");
        assertThat(anyone().signIn(name, "wrong password").headers().firstValue("location"))
                .hasValue("/login?error");

        HttpResponse<String> byApi = anyone().basic(name, PASSWORD).get(HOSTS);
        assertThat(byApi.statusCode()).isEqualTo(403);
        assertThat(byApi.body()).contains("/problems/second-step-required", "API token");
        assertThat(anyone().basic(name, "wrong password").get(HOSTS).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatOneSignsInWithChangesOnlyAfterAConfirmation() {
        Enrolment enrolment = twoStep.begin();
        TestAccess.forgetConfirmation(details);
        assertThatExceptionOfType(ConfirmationRequiredException.class).isThrownBy(() -> turnOn(enrolment));
        assertThat(twoStep.own()).isEmpty();

        details.use();
        assertThatExceptionOfType(ConfirmationRequiredException.class).isThrownBy(() -> turnOn(enrolment));
        assertThat(application.getBean(ConfirmationService.class).confirm("wrong password"))
                .isFalse();
        assertThatExceptionOfType(ConfirmationRequiredException.class).isThrownBy(() -> turnOn(enrolment));
        assertThat(application.getBean(ConfirmationService.class).confirm(PASSWORD))
                .isTrue();
        turnOn(enrolment);

        TestAccess.forgetConfirmation(details);
        assertThatExceptionOfType(ConfirmationRequiredException.class).isThrownBy(() -> twoStep.turnOff());
        assertThat(application.getBean(ConfirmationService.class).confirm(code(enrolment, 1)))
                .isTrue();
        twoStep.turnOff();
        assertThat(twoStep.own()).isEmpty();
        assertThat(codes.isNeeded(name)).isFalse();
    }

    @Test
    void anAdministratorResetsThoseOfOthersAndNobodyElseDoes() {
        turnOn(twoStep.begin());
        new TestAccess(application).person("resets", PASSWORD, Role.ADMINISTRATOR);
        UUID stronger = new TestAccess(application).person(USER, PASSWORD, Role.ADMINISTRATOR, Role.HOST_LEVEL);
        as("resets");
        assertThatExceptionOfType(AccessRefusedException.class).isThrownBy(() -> twoStep.reset(stronger));
        assertThat(twoStep.users()).contains(person);
        twoStep.reset(person);
        assertThat(twoStep.users()).doesNotContain(person);
        assertThat(codes.isNeeded(name)).isFalse();
    }
}
