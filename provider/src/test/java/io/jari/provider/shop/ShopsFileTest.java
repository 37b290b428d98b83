package io.jari.provider.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.provider.json.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopsFileTest {
    private static final String ALPHA = """
            {"name":"alpha","style":"callback","key":"sk_alpha","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""";

    @Test
    void shopsAreRead() {
        var shops = parse("[" + ALPHA + "," + ALPHA.replace("alpha", "omega").replace("callback", "confirm") + "]");
        assertThat(shops).extracting(Shop::name).containsExactly("alpha", "omega");
        assertThat(shops).extracting(Shop::style).containsExactly(Style.CALLBACK, Style.CONFIRM);
        assertThat(shops.getFirst().secret()).hasSize(24).startsWith(0x31, 0xf2, 0x90);
        assertThat(shops.getFirst()).hasToString("Shop[alpha]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "alpha","style"         | "","style"              | name is empty
                    callback                | magic                   | style must be one of callback, confirm
                    sk_alpha                | short                   | key of alpha must be
                    sk_alpha                | 열쇠열쇠열쇠열쇠            | key of alpha must be
                    whsec_                  | secret_                 | secret of alpha must be
                    MfKQ9r8G                | ''                      | secret of alpha must be
                    MfKQ9r8G                | *                       | secret of alpha must be
                    "name"                  | "x":1,"name"            | There is no field x
                    """)
    void aFlawIsNamed(String good, String bad, String told) {
        assertThat(ALPHA).contains(good);
        assertRefused("[" + ALPHA.replace(good, bad) + "]", told);
    }

    @Test
    void aListOfDifferentShopsIsNeeded() {
        assertRefused("[]", "1 to 1000 shops");
        assertRefused(ALPHA, "A JSON list is needed");
        assertRefused("[" + ALPHA + "," + ALPHA + "]", "name alpha is there twice");
        assertRefused(
                "[" + ALPHA + "," + ALPHA.replace("\"alpha\"", "\"beta\"") + "]", "key of beta is another shop's too");
    }

    private static void assertRefused(String text, String told) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(BadInput.class).hasMessageContaining(told);
    }

    private static List<Shop> parse(String text) {
        return ShopsFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
