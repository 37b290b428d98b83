package io.jari.core.price;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** One reason why a night costs other than its rate. */
public sealed interface PriceFactor {

    /** What the rate was multiplied by, as staff wrote it; never 1. */
    BigDecimal factor();

    /** The night lies in a season. */
    record InSeason(String name, BigDecimal factor) implements PriceFactor {}

    /** The night's local weekday. */
    record OnWeekday(DayOfWeek day, BigDecimal factor) implements PriceFactor {}

    /** So much of the room type is sold; {@code fromPercent} is the step that applies. */
    record AtOccupancy(int fromPercent, int percentSold, BigDecimal factor) implements PriceFactor {}

    /** So many days to go; {@code fromDays} is the step that applies. */
    record AtLeadTime(int fromDays, int leadDays, BigDecimal factor) implements PriceFactor {}

    /** The name of the kind, as sent: {@code season}, {@code weekday}, {@code occupancy}, {@code lead-time}. */
    default String kind() {
        return switch (this) {
            case InSeason _ -> "season";
            case OnWeekday _ -> "weekday";
            case AtOccupancy _ -> "occupancy";
            case AtLeadTime _ -> "lead-time";
        };
    }

    /** For people, in Korean or English: {@code 83 % sold ×1.20}, {@code 판매율 83% ×1.20}. */
    default String explain(Locale locale) {
        return (locale.getLanguage().equals("ko") ? korean() : english()) + " ×" + factor().toPlainString();
    }

    private String english() {
        return switch (this) {
            case InSeason season -> season.name;
            case OnWeekday weekday -> weekday.day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case AtOccupancy occupancy -> occupancy.percentSold + " % sold";
            case AtLeadTime lead ->
                switch (lead.leadDays) {
                    case 0 -> "booked on the day";
                    case 1 -> "booked 1 day ahead";
                    default -> "booked " + lead.leadDays + " days ahead";
                };
        };
    }

    private String korean() {
        return switch (this) {
            case InSeason season -> season.name;
            case OnWeekday weekday -> weekday.day.getDisplayName(TextStyle.FULL, Locale.KOREAN);
            case AtOccupancy occupancy -> "판매율 " + occupancy.percentSold + "%";
            case AtLeadTime lead -> lead.leadDays == 0 ? "당일 예약" : lead.leadDays + "일 전 예약";
        };
    }
}
