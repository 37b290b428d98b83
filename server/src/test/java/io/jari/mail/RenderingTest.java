package io.jari.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter's text, as HTML and as plain text, in both languages. */
class RenderingTest {
    private static final Stationery STATIONERY = new Stationery();
    private static final String HOSTILE = "<b>\"Kim\" & 'Sons'</b><script>alert(1)</script>";

    @ParameterizedTest
    @CsvSource({"en, 'Your reservation is confirmed: Test Inn', Hotel", "ko, '[예약 확정] Test Inn', 호텔"})
    void bothFormsSayTheSame(String language, String subject, String hotel) {
        var w = Wording.in(language);
        var text = new LetterText.Draft(w, "김민수", w.say("confirmation.subject", "Test Inn"))
                .words(w.say("confirmation.words"))
                .fact("hotel", "Test Inn")
                .fact("address", " ")
                .action("reservation.action", "https://jari.example/reservations/AQx")
                .note(w.say("calendar"))
                .done("jari.example");
        assertThat(text.subject()).isEqualTo(subject);
        var plain = STATIONERY.plain(text);
        var html = STATIONERY.html(text);
        for (var said : new String[] {
            w.say("greeting", "김민수"),
            w.say("confirmation.words"),
            "Test Inn",
            "https://jari.example/reservations/AQx",
            w.say("calendar"),
            w.say("from", "jari.example")
        }) {
            assertThat(plain).contains(said);
            assertThat(html).contains(said);
        }
        assertThat(plain)
                .contains("\n" + hotel + ": Test Inn\n")
                .doesNotContain("\n" + w.say("address") + ":", "\n\n\n", "<", "{");
        assertThat(html)
                .contains("lang=\"" + language + "\"")
                .doesNotContain("src=", "{", ">" + w.say("address") + "<");
    }

    @Test
    void whatPeopleWroteIsTextAndNothingElse() {
        var w = Wording.in("en");
        var text = new LetterText.Draft(w, HOSTILE.replace("/", ""), HOSTILE)
                .words(HOSTILE)
                .fact("guest", HOSTILE)
                .pass(new LetterText.Pass(HOSTILE, HOSTILE, "https://jari.example/\"onclick=", "t.png", HOSTILE))
                .note(HOSTILE)
                .done("jari.example");
        assertThat(STATIONERY.html(text))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b>", "/\"onclick");
        assertThat(STATIONERY.plain(text)).contains(HOSTILE);
    }

    /** The twin: without the escaper a name is markup. */
    @Test
    void theEscaperIsWhatEscapes() {
        var w = Wording.in("en");
        var text = new LetterText.Draft(w, "Kim", "-").words(HOSTILE).done("jari.example");
        assertThat(STATIONERY.plain(text)).contains("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WIN http://evil.example", "evil.example", "a@evil.example", "won 5/5", " "})
    void aNameThatIsAnAdvertisementIsNotRepeated(String name) {
        var text = new LetterText.Draft(Wording.in("en"), name, "-").done("jari.example");
        assertThat(text.greeting()).isEqualTo("Hello,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"김민수", "Kim Mina", "J. R. Smith", "O'Neil-Park", "Dr.Kim"})
    void otherNamesAre(String name) {
        var expected = name.equals("Dr.Kim") ? "Hello," : "Dear " + name + ",";
        assertThat(new LetterText.Draft(Wording.in("en"), name, "-")
                        .done("jari.example")
                        .greeting())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "김민수, , ko",
        "Kim Mina, 010-1234-5678, ko",
        "Kim Mina, +82 10-1234-5678, ko",
        "Ann Lee, +1 555 0100, en",
        "Ann Lee, , en"
    })
    void guestsWithoutAnAccountAreWrittenToInTheirLanguage(String name, String phone, String language) {
        assertThat(Wording.forGuest(name, phone).language()).isEqualTo(language);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("ko")).isEqualTo(keys("en"));
    }

    private static Set<Object> keys(String language) throws IOException {
        var file = "/mail/" + language + ".properties";
        try (var stream = Objects.requireNonNull(Wording.class.getResourceAsStream(file))) {
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new TreeSet<>(words.keySet());
        }
    }
}
