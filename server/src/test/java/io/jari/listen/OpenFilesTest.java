package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # limit, guests wanted, staff wanted, guests, staff
            1000000, 20000, 1000, 20000, 1000
              20000, 20000, 1000, 18000, 1000
               4096, 20000, 1000,  2096, 1000
               1024, 20000, 1000,   512,  256
               1024,   100,   10,   100,   10
            """)
    void someAreLeftForAllElse(long limit, int guestsWanted, int staffWanted, int guests, int staff) {
        assertThat(OpenFiles.shared(limit, guestsWanted, staffWanted)).isEqualTo(new OpenFiles(guests, staff));
    }
}
