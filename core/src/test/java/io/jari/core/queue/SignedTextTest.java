package io.jari.core.queue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedTextTest {
    private static final Instant AT = Instant.parse("2027-03-01T00:00:00.123Z");
    private static final byte[] HMAC = HexFormat.of().parseHex("f0e1d2c3b4a5968778695a4b3c2d1e0f" + "00".repeat(16));
    private static final QueueToken TOKEN = new QueueToken(
            65_535,
            7,
            200_000,
            new Joiner(0x0123456789abcdefL, -2L),
            Instant.ofEpochSecond(4_000_000_000L)); // beyond 2^31
    private static final Pass PASS = new Pass(258, 7, 5_000_000_000L, 9, AT, AT.plusSeconds(90));

    @Test
    void bytesStandWhereOthersLookForThem() {
        var token = decoded(QueueToken.text(TOKEN.bytes(), HMAC));
        assertThat(token)
                .isEqualTo("01" + "ffff" + "00000007" + "0000000000030d40" + "0123456789abcdef" + "fffffffffffffffe"
                        + "ee6b2800" + "f0e1d2c3b4a5968778695a4b3c2d1e0f");
        assertThat(decoded(Pass.text(PASS.bytes(), HMAC)))
                .isEqualTo("02" + "0102" + "00000007" + "000000012a05f200" + "0000000000000009" + hex(AT)
                        + hex(AT.plusSeconds(90)) + "f0e1d2c3b4a5968778695a4b3c2d1e0f");
    }

    @Test
    void whatWasWrittenIsRead() {
        var token = QueueToken.text(TOKEN.bytes(), HMAC);
        assertThat(token).hasSize(68).hasSize(QueueToken.LENGTH);
        assertThat(QueueToken.of(requireNonNull(QueueToken.bytes(token)))).isEqualTo(TOKEN);
        var pass = Pass.text(PASS.bytes(), HMAC);
        assertThat(pass).hasSize(74).hasSize(Pass.LENGTH);
        assertThat(Pass.of(requireNonNull(Pass.bytes(pass)))).isEqualTo(PASS);
        assertThat(Pass.keyId(requireNonNull(Pass.bytes(pass)))).isEqualTo(258);
    }

    @Test
    void eachBitOfTheSignatureCounts() {
        var bytes = requireNonNull(Pass.bytes(Pass.text(PASS.bytes(), HMAC)));
        assertThat(SignedText.isSigned(bytes, HMAC)).isTrue();
        for (var bit = 0; bit < SignedText.SIGNATURE * 8; bit++) {
            var other = HMAC.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(SignedText.isSigned(bytes, other)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void whatHasNotTheFormIsNotRead() {
        var pass = Pass.text(PASS.bytes(), HMAC);
        var token = QueueToken.text(TOKEN.bytes(), HMAC);
        assertThat(QueueToken.bytes(pass)).isNull();
        assertThat(Pass.bytes(token)).isNull();
        for (var wrong : new String[] {
            "",
            pass.substring(1),
            pass + "A",
            pass + "==",
            " " + pass.substring(1),
            pass.replace(pass.charAt(9), '+'),
            "B" + pass.substring(1),
            pass.substring(0, 73) + "é",
            pass.substring(0, 73) + '\uff21'
        }) {
            assertThat(Pass.bytes(wrong)).as(wrong).isNull();
        }
    }

    /** 55 bytes leave four bits of the last character to spare: only one of sixteen is the pass. */
    @Test
    void noSecondTextIsTheSamePass() {
        var pass = Pass.text(PASS.bytes(), HMAC);
        var read = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(c -> pass.substring(0, Pass.LENGTH - 1) + (char) c)
                .filter(SignedTextTest::isRead)
                .toList();
        assertThat(read).containsExactly(pass);
        assertThat(Base64.getUrlDecoder().decode(pass.substring(0, Pass.LENGTH - 1) + "x"))
                .as("others decode it all the same")
                .hasSize(55);
    }

    private static boolean isRead(String text) {
        var bytes = Pass.bytes(text);
        return bytes != null && SignedText.isSigned(bytes, HMAC);
    }

    private static String decoded(String text) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text));
    }

    private static String hex(Instant at) {
        return HexFormat.of().toHexDigits(at.toEpochMilli());
    }
}
