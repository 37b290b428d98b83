package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.http.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final Passwords PASSWORDS = new Passwords(4);
    private final PasswordRules rules = new PasswordRules(PASSWORDS);

    @AfterAll
    static void stop() {
        PASSWORDS.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1",
                "P@ssw0rd",
                "qwertyuiop",
                "abcdefgh",
                "abcdefgh12",
                "iloveyou",
                "qwer1234",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "11111111"
            })
    void whatIsOnEveryListIsRefused(String password) {
        assertThat(rules.flaw(password, "mina@example.com", "Kim Mina")).hasValue(PasswordRules.Flaw.COMMON);
    }

    @ParameterizedTest
    @CsvSource({
        "mina@example.com, OWN",
        "MINA@example.com, OWN",
        "xuqivoz.qarmeth, OWN",
        "Xuqivoz1, OWN",
        "KimMina1, OWN",
        "기다란이름이에요, OWN"
    })
    void whatEverybodyKnowsOfThemIsRefused(String password, PasswordRules.Flaw flaw) {
        var email = password.startsWith("x") || password.startsWith("X")
                ? "xuqivoz.qarmeth@example.com"
                : "mina@example.com";
        var name = password.startsWith("기") ? "기다란이름이에요" : "Kim Mina";
        assertThat(rules.flaw(password, email, name)).hasValue(flaw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long secret",
                "correct horse battery",
                "비밀번호는 네 낱말로",
                "xk3vPq9t",
                "   spaces count   ",
                "4@8({[<369&#!1/|0$5+7%2",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaa then something quite different",
            })
    void anyLettersDo(String password) {
        assertThat(rules.flaw(password, "mina@example.com", "Kim Mina")).isEmpty();
    }

    @Test
    void theProblemNamesTheFieldAndSaysWhy() {
        assertThatThrownBy(() -> rules.require("/password", "password1", "mina@example.com", "Kim Mina"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.members())
                                .containsEntry("reason", "common")
                                .containsEntry("type", "urn:jari:problem:password-refused")
                                .extracting("errors")
                                .asString()
                                .contains("/password"));
    }
}
