package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    @Test
    void recoveryCodesAreReadHoweverTheyAreTyped() {
        var codes = RecoveryCode.fresh();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var code = codes.getFirst();
        assertThat(code).matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
        assertThat(RecoveryCode.hash(" " + code.toUpperCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCode.hash(code))
                .isNotEqualTo(RecoveryCode.hash(codes.getLast()));
    }
}
