package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    /** RFC 6238, appendix B, the last six digits; RFC 4226, appendix D, for steps. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
        "0, 755224",
        "270, 520489"
    })
    void asTheStandardHasIt(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aClockMayBeOneStepOffAndNoMore() {
        var step = Totp.step(NOW);
        for (var off = -2; off <= 2; off++) {
            var found = Totp.step(SECRET, Totp.code(SECRET, step + off), NOW, 0);
            assertThat(found.isPresent()).as("off by %d", off).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aCodeIsNotAcceptedAgainNorAnEarlierOne() {
        var step = Totp.step(NOW);
        var code = Totp.code(SECRET, step);
        assertThat(Totp.step(SECRET, code, NOW, step - 1)).hasValue(step);
        assertThat(Totp.step(SECRET, code, NOW, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), NOW, step)).hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"123456, true", "12345, false", "1234567, false", "12345a, false", "'', false", "１２３４５６, false"})
    void whatLooksLikeACode(String text, boolean right) {
        assertThat(Totp.looksRight(text)).isEqualTo(right);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreToldInBase32(String text, String told) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(told);
    }
}
