package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void aFreshTokenLooksRightAndIsItsOwn() {
        var one = Token.fresh();
        assertThat(one).hasSize(46).startsWith("js_");
        assertThat(Token.looksRight(one)).isTrue();
        assertThat(Token.fresh()).isNotEqualTo(one);
    }

    @Test
    void whatCannotBeATokenIsToldWithoutLooking() {
        assertThat(Token.looksRight("")).isFalse();
        assertThat(Token.looksRight("js_short")).isFalse();
        assertThat(Token.looksRight("xx_" + Token.fresh().substring(3))).isFalse();
    }

    @Test
    void aHashIsReadBackFromItsBytes() {
        var hash = TokenHash.of(Token.fresh());
        assertThat(TokenHash.of(hash.bytes())).isEqualTo(hash);
        assertThat(TokenHash.of(Token.fresh())).isNotEqualTo(hash);
    }
}
