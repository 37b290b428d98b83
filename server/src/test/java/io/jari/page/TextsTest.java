package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern SAID = Pattern.compile("\\.say\\('([^']+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        var korean = words("ko");
        var english = words("en");
        assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : korean.stringPropertyNames()) {
            assertThat(places(korean.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyTextAskedForByATemplateIsThere() throws IOException {
        var known = words("ko").stringPropertyNames();
        try (var templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(SAID.matcher(Files.readString(template)).results().map(r -> r.group(1)))
                        .as(template.toString())
                        .allMatch(known::contains);
            }
        }
    }

    @Test
    void datesAndMoneyReadNaturally() {
        var korean = Texts.in(Language.KO);
        var english = Texts.in(Language.EN);
        var from = LocalDate.of(2027, 5, 1);
        assertThat(korean.dates(from, from.plusDays(2))).isEqualTo("2027년 5월 1일 (토) – 5월 3일 (월)");
        assertThat(english.dates(from, from.plusDays(2))).isEqualTo("Sat, 1 May – Mon, 3 May 2027");
        assertThat(korean.money(94_500, "KRW")).isEqualTo("94,500원");
        assertThat(english.count("nights", 1)).isEqualTo("1 night");
        assertThat(english.count("nights", 2)).isEqualTo("2 nights");
    }

    @Test
    void aNameWithBracesIsNotFilledInAgain() {
        assertThat(Texts.in(Language.EN).say("from", "{1}", "x")).isEqualTo("{1}, from x");
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        for (var area : Texts.AREAS) {
            var some = new Properties();
            try (var reader =
                    Files.newBufferedReader(RESOURCES.resolve("text/" + area + "." + language + ".properties"))) {
                some.load(reader);
            }
            assertThat(Collections.disjoint(words.keySet(), some.keySet()))
                    .as("said once")
                    .isTrue();
            words.putAll(some);
        }
        return words;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
