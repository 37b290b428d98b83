package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(4);

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @Test
    void aPasswordMatchesItsHashOnly() {
        var hash = passwords.hash("correct horse 배터리");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse 배터리", hash)).isTrue();
        assertThat(passwords.matches("correct horse", hash)).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(passwords.hash("same again")).isNotEqualTo(passwords.hash("same again"));
    }

    @Test
    void nobodysPasswordNeverMatches() {
        assertThat(passwords.matches("anything", null)).isFalse();
    }

    /** Or the time of a refusal would tell whether there is such an account. */
    @Test
    void nobodysHashIsAsMuchWorkAsAnyOther() {
        assertThat(Argon2Function.getInstanceFromHash(Passwords.NOBODYS))
                .isEqualTo(Argon2Function.getInstanceFromHash(passwords.hash("any")));
    }
}
