package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void theWordsAreUnderstood() {
        assertThat(parse("--data d --shops s.json --port 80 --until-stdin-ends"))
                .isEqualTo(new Options(false, "127.0.0.1", 80, Path.of("d"), Path.of("s.json"), true));
        assertThat(parse("--shops s.json --data d").port()).isZero();
        assertThat(parse("--data d --shops s.json --host 192.0.2.7").host()).isEqualTo("192.0.2.7");
        assertThat(parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, There is no option --nonsense",
        "extra, There is no option extra",
        "--port, --port needs a value",
        "--data d --shops s --host nowhere, '--host takes an address such as 127.0.0.1, not nowhere'",
        "--port x, '--port takes a number, not x'",
        "--port 65536, --port takes 0 to 65535",
        "--port -1, --port takes 0 to 65535",
        "--data x --data y, --data is there twice",
        "--port 0, --data is needed",
        "--data x, --shops is needed",
    })
    void whatIsNotUnderstoodIsSaid(String words, String told) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(Options.Misuse.class)
                .hasMessageContaining(told);
    }

    private static Options parse(String words) {
        return Options.parse(Arrays.asList(words.split(" ", -1)));
    }
}
