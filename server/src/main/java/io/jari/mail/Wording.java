package io.jari.mail;

import io.jari.core.money.Money;
import io.jari.core.seat.BothNames;
import io.jari.http.Bilingual;
import io.jari.http.Prose;
import io.jari.http.TextBody;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What letters say in one language: its words are in {@code mail/ko.properties} and {@code mail/en.properties}. */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Wording KOREAN =
            new Wording(Locale.KOREAN, "yyyy년 M월 d일 (E)", "M월 d일 (E)", "yyyy년 M월 d일 (E) HH:mm");
    private static final Wording ENGLISH =
            new Wording(Locale.ENGLISH, "EEE, d MMM yyyy", "EEE, d MMM", "EEE, d MMM yyyy, HH:mm");

    private final Locale locale;
    private final Properties words;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter moment;

    private Wording(Locale locale, String date, String shortDate, String moment) {
        this.locale = locale;
        this.words = words(locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.shortDate = DateTimeFormatter.ofPattern(shortDate, locale);
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
    }

    /** Of an account: ko or en. */
    static Wording in(String language) {
        return language.equals("en") ? ENGLISH : KOREAN;
    }

    /** For a guest of whom no language is known: Korean for whoever has a Korean name or telephone, English for others. */
    static Wording forGuest(String name, @Nullable String phone) {
        var korean = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                || (phone != null && (phone.startsWith("+82") || phone.startsWith("0")));
        return korean ? KOREAN : ENGLISH;
    }

    String language() {
        return locale.getLanguage();
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** The words of a key, with {0}, {1}, … filled in. */
    String say(String key, Object... values) {
        return PLACE.matcher(Objects.requireNonNull(words.getProperty(key), key))
                .replaceAll(place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))].toString()));
    }

    /** So many of something, {0}: the words of {@code key.one} or {@code key.other}. */
    String count(String key, long howMany) {
        return say(key + (howMany == 1 ? ".one" : ".other"), String.format(Locale.ROOT, "%,d", howMany));
    }

    String money(long amount, String currency) {
        return Money.of(amount, currency).format(locale);
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    /** Two days; the year is said once when it is one. */
    String dates(LocalDate from, LocalDate to) {
        var oneYear = from.getYear() == to.getYear();
        return this == KOREAN
                ? date(from) + " – " + (oneYear ? shortDate.format(to) : date(to))
                : (oneYear ? shortDate.format(from) : date(from)) + " – " + date(to);
    }

    String moment(Instant instant, ZoneId zone) {
        return moment.format(instant.atZone(zone));
    }

    String pick(Bilingual text) {
        return pick(text.ko(), text.en());
    }

    String pick(TextBody text) {
        return pick(text.ko(), text.en());
    }

    /** Nothing where there is none. */
    String pick(@Nullable Prose text) {
        return text == null ? "" : pick(text.ko(), text.en());
    }

    /** A seat of a hall. */
    String seat(String zone, String row, String number) {
        var names = BothNames.of(zone);
        return say("seat", pick(names.korean(), names.english()), row, number);
    }

    private String pick(String korean, String english) {
        return this == KOREAN ? korean : english;
    }

    private static Properties words(Locale locale) {
        var file = "/mail/" + locale.getLanguage() + ".properties";
        try (var stream = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file)) {
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
