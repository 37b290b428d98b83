package io.jari.page;

import io.jari.core.money.Money;
import io.jari.core.seat.BothNames;
import io.jari.http.Bilingual;
import io.jari.http.MoneyBody;
import io.jari.http.Prose;
import io.jari.http.TextBody;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that pages say in one language: its words are in {@code text/AREA.ko.properties} and {@code text/AREA.en.properties}. */
public final class Texts {
    /** The parts of the house whose words are together. */
    static final List<String> AREAS = List.of("guests", "console", "desk", "revenue", "concerts", "house");

    private static final int COMPACT_FROM = 10_000;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Texts KOREAN = new Texts(Language.KO, "yyyy년 M월 d일 (E)", "M월 d일 (E)", "yyyy년 M월 d일 (E) HH:mm");
    private static final Texts ENGLISH =
            new Texts(Language.EN, "EEE, d MMM yyyy", "EEE, d MMM", "EEE, d MMM yyyy, HH:mm");
    private final Language language;
    private final Properties words;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter month;

    private Texts(Language language, String date, String shortDate, String moment) {
        this.language = language;
        this.words = words(language);
        this.date = DateTimeFormatter.ofPattern(date, language.locale());
        this.shortDate = DateTimeFormatter.ofPattern(shortDate, language.locale());
        this.month = DateTimeFormatter.ofPattern(language == Language.KO ? "yyyy년 M월" : "MMMM yyyy", language.locale());
        this.moment = DateTimeFormatter.ofPattern(moment, language.locale());
    }

    public static Texts in(Language language) {
        return switch (language) {
            case KO -> KOREAN;
            case EN -> ENGLISH;
        };
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** The words of a key. */
    public String say(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** The words of a key, with {0}, {1}, … filled in; without values left for a module to fill. */
    public String say(String key, Object... values) {
        if (values.length == 0) {
            return say(key);
        }
        return PLACE.matcher(say(key))
                .replaceAll(place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))].toString()));
    }

    /** With commas. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** So many of something, {0}: the words of {@code key.one} or {@code key.other}. */
    public String count(String key, long howMany) {
        return say(key + (howMany == 1 ? ".one" : ".other"), number(howMany));
    }

    public String money(MoneyBody money) {
        return money(money.amount(), money.currency());
    }

    public String money(long amount, String currency) {
        return Money.of(amount, currency).format(language.locale());
    }

    /** So much for each of several: ₩100,000 × 2. */
    public String money(long each, String currency, int times) {
        return money(each, currency) + (times == 1 ? "" : " × " + number(times));
    }

    /** For where there is little room: 173K, 17.3만, $142. */
    public String compact(long amount, String currency) {
        var major = Money.of(amount, currency).major().doubleValue();
        if (major < COMPACT_FROM) {
            return money(Money.of(amount, currency).minor(), currency).replaceFirst("[.]\\d+", "");
        }
        return switch (language) {
            case KO -> shortened(major / 10_000) + "만";
            case EN -> shortened(major / 1_000) + "K";
        };
    }

    private static String shortened(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number)
                .replaceFirst("[.]0$", "");
    }

    public String month(YearMonth month) {
        return this.month.format(month);
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    public String shortDate(LocalDate day) {
        return shortDate.format(day);
    }

    /** Two days; the year is said once when it is one. */
    public String dates(LocalDate from, LocalDate to) {
        var oneYear = from.getYear() == to.getYear();
        return switch (language) {
            case KO -> date(from) + " – " + (oneYear ? shortDate(to) : date(to));
            case EN -> (oneYear ? shortDate(from) : date(from)) + " – " + date(to);
        };
    }

    public String moment(Instant instant, ZoneId zone) {
        return moment.format(instant.atZone(zone));
    }

    /** Of today. */
    public String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    public String pick(Bilingual text) {
        return pick(text.ko(), text.en());
    }

    /** Nothing where there is none. */
    public String pick(@Nullable Prose text) {
        return text == null ? "" : pick(text.ko(), text.en());
    }

    public String pick(TextBody text) {
        return pick(text.ko(), text.en());
    }

    /** A part of a hall. */
    public String pick(BothNames names) {
        return pick(names.korean(), names.english());
    }

    private String pick(String korean, String english) {
        return switch (language) {
            case KO -> korean;
            case EN -> english;
        };
    }

    /** Nothing where none is said. */
    public String time(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    private static Properties words(Language language) {
        var words = new Properties();
        for (var area : AREAS) {
            var file = "/text/" + area + "." + language.code() + ".properties";
            try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
                words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return words;
    }
}
