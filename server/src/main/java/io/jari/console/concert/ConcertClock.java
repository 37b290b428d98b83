package io.jari.console.concert;

import io.jari.core.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A concert's own time and money, as fields of forms have them. */
record ConcertClock(ZoneId zone, String currency) {

    /** Empty where there is none. */
    String field(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** In major units, without the currency's name. */
    String field(long minor) {
        return Money.of(minor, currency).major().toPlainString();
    }

    int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
