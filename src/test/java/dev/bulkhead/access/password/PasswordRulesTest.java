package dev.bulkhead.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "Password123",
                "!!password!!",
                "Sunshine2026",
                "aaaaaaaaaa",
                "1212121212",
                "iloveyou12",
                "administrator",
                "  letmein!!!  ",
                "basketball1"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(PasswordRules.faultOf(password, "ada")).contains(PasswordFault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"student-one", "Student-One", "student-one2026", "--student-one--", "student-onestudent-one"})
    void theUserNameIsRefusedWithSignsAroundItToo(String password) {
        assertThat(PasswordRules.faultOf(password, "student-one")).contains(PasswordFault.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "a long enough word", "kv3f-9sm2-ab7q-xy4d", "пять ленивых лис"})
    void lengthIsEnough(String password) {
        assertThat(PasswordRules.faultOf(password, "ada")).isEmpty();
    }

    @Test
    void tooShortAndTooLong() {
        assertThat(PasswordRules.faultOf("kv3f-9sm2", "ada")).contains(PasswordFault.TOO_SHORT);
        assertThat(PasswordRules.faultOf("kv3f-".repeat(52), "ada")).contains(PasswordFault.TOO_LONG);
    }

    @Test
    void theListHasThousandsThatAreLongEnough() {
        assertThat(CommonPasswords.ALL.stream().filter(common -> common.length() >= PasswordRules.SHORTEST))
                .hasSizeGreaterThan(1_000);
    }
}
