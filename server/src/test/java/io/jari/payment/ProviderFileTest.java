package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFileTest {
    private static final String GOOD = """
            {"name":"alpha","url":"https://pay.example","key":"sk_1","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""";

    @TempDir
    Path folder;

    @Test
    void readsWhatIsThereAndFillsInTheRest() throws IOException {
        var entries = read("[" + GOOD + "," + with("\"alpha\"", "\"beta-2\",\"weight\":0,\"calls\":3") + "]");
        assertThat(entries).extracting(ProviderFile.Entry::name).containsExactly("alpha", "beta-2");
        assertThat(entries).extracting(ProviderFile.Entry::share).containsExactly(100, 0);
        assertThat(entries).extracting(ProviderFile.Entry::mostCalls).containsExactly(16, 3);
        assertThat(entries.getFirst().url()).isEqualTo(URI.create("https://pay.example"));
        assertThat(read("[]")).isEmpty();
    }

    /** What stands in a good entry, what is put there instead, and what the operator is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "alpha"                    | "Alpha"                  | name Alpha must be
            "alpha"                    | "wallet"                 | name wallet must be
            "alpha"                    | "7"                      | name 7 must be
            "alpha"                    | ""                       | name  must be
            "alpha"                    | null                     | name null must be
            "name":"alpha",            | "id":"alpha",            | "id"
            "https://pay.example"      | "pay.example"            | alpha needs url
            "https://pay.example"      | "ftp://pay.example"      | alpha needs url
            "https://pay.example"      | "https://"               | can't be used
            "https://pay.example"      | "https://a b"            | can't be used
            "https://pay.example"      | "https://pay.example?a=b" | alpha needs url
            "https://pay.example"      | null                     | alpha needs url
            "sk_1"                     | null                     | alpha needs key
            "sk_1"                     | ""                       | alpha needs key
            "sk_1"                     | "sk 1"                   | alpha needs key
            "sk_1"                     | "sk_1\\n"                | alpha needs key
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" | null             | alpha needs secret
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" | "MfKQ9r8GKYqr"   | alpha needs secret
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" | "whsec_"         | alpha needs secret
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" | "whsec_no base64" | alpha needs secret
            "sk_1"                     | "sk_1","weight":-1       | weight 0 to 1000
            "sk_1"                     | "sk_1","weight":1001     | weight 0 to 1000
            "sk_1"                     | "sk_1","weight":"heavy"  | can't be used
            "sk_1"                     | "sk_1","calls":0         | calls 1 to 1000
            "sk_1"                     | "sk_1","calls":1001      | calls 1 to 1000
            "sk_1"                     | "sk_1","color":"red"     | "color"
            """)
    void saysWhatIsWrong(String good, String bad, String told) {
        assertThatThrownBy(() -> read("[" + with(good, bad) + "]"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JARI_PAYMENT_PROVIDERS_FILE")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null
            {}
            [null]
            [7]
            [{"name":
            """)
    void whatIsNoListOfProvidersIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(StartRefused.class).hasMessageContaining("can't be used");
    }

    @Test
    void twoOfOneNameAreRefusedAndSoIsNoFile() {
        assertThatThrownBy(() -> read("[" + GOOD + "," + GOOD + "]"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("its own");
        assertThatThrownBy(() -> ProviderFile.read(folder.resolve("none.json")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("none.json");
    }

    private static String with(String good, String bad) {
        assertThat(GOOD).contains(good);
        return GOOD.replace(good, bad);
    }

    private java.util.List<ProviderFile.Entry> read(String text) throws IOException {
        return ProviderFile.read(Files.writeString(folder.resolve("providers.json"), text));
    }
}
