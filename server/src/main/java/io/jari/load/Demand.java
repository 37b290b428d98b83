package io.jari.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jari.core.price.PricingRules;
import io.jari.core.price.Season;
import io.jari.core.price.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** When people want to be where: what moves the prices of a city, a beach, a mountain and an old town. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are: made by List.of and toList
enum Demand {
    CITY(
            "1 1 1 1 1.15 1.25 0.95",
            new Peak("03-25", "04-15", "1.15", "벚꽃철 · Cherry blossom"),
            new Peak("10-01", "11-10", "1.2", "가을 성수기 · Autumn"),
            new Peak("12-20", "01-03", "1.4", "연말연시 · Year's end"),
            new Peak("01-08", "03-01", "0.85", "겨울 비수기 · Quiet winter")),
    SEA(
            "0.95 0.95 0.95 1 1.2 1.4 1",
            new Peak("05-01", "05-09", "1.25", "오월 연휴 · May holidays"),
            new Peak("07-15", "08-25", "1.6", "여름 성수기 · Summer"),
            new Peak("12-30", "01-03", "1.5", "새해 해돋이 · New year's sunrise"),
            new Peak("01-08", "03-10", "0.8", "겨울 비수기 · Quiet winter")),
    MOUNTAIN(
            "0.9 0.9 0.9 0.95 1.2 1.35 1",
            new Peak("10-05", "11-08", "1.3", "단풍철 · Autumn leaves"),
            new Peak("12-12", "02-22", "1.5", "스키철 · Ski season"),
            new Peak("03-05", "04-20", "0.85", "이른 봄 · Early spring")),
    HERITAGE(
            "0.95 0.95 0.95 1 1.15 1.3 1",
            new Peak("03-25", "04-18", "1.35", "벚꽃철 · Cherry blossom"),
            new Peak("07-10", "08-20", "0.9", "한여름 · High summer"),
            new Peak("10-03", "11-12", "1.3", "단풍철 · Autumn leaves"));

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final List<Step> OCCUPANCY =
            List.of(step(50, "1.05"), step(70, "1.15"), step(85, "1.3"), step(95, "1.45"));
    private static final List<Step> LEAD_TIME =
            List.of(step(0, "1.05"), step(3, "1"), step(45, "0.95"), step(120, "0.9"));

    private final List<BigDecimal> weekdays;
    private final List<Peak> peaks;

    /** A stretch of every year, the last day excluded; one that ends before it begins runs into the next year. */
    private record Peak(String from, String to, String factor, String name) {
        Season in(int year) {
            var first = monthDay(from).atYear(year);
            var last = monthDay(to).atYear(year);
            return new Season(first, last.isAfter(first) ? last : last.plusYears(1), new BigDecimal(factor), name);
        }

        private static MonthDay monthDay(String text) {
            return MonthDay.parse("--" + text);
        }
    }

    Demand(String weekdays, Peak... peaks) {
        this.weekdays = Arrays.stream(weekdays.split(" ")).map(BigDecimal::new).toList();
        this.peaks = List.of(peaks);
    }

    @JsonCreator
    static Demand of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Rules for as far ahead as nights are sold, from a year before: seasons may have begun. */
    PricingRules rules(LocalDate today) {
        var seasons = IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 2)
                .boxed()
                .flatMap(year -> peaks.stream().map(peak -> peak.in(year)))
                .filter(season -> season.to().isAfter(today))
                .toList();
        return new PricingRules(seasons, weekdays, OCCUPANCY, LEAD_TIME);
    }

    /** The same as the database keeps them. */
    String rulesJson(LocalDate today) {
        try {
            return MAPPER.writeValueAsString(rules(today));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pricing rules", e);
        }
    }

    private static Step step(int from, String factor) {
        return new Step(from, new BigDecimal(factor));
    }
}
