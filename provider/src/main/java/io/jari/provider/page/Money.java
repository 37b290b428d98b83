package io.jari.provider.page;

import io.jari.provider.books.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people write them. */
final class Money {
    private Money() {}

    static String shown(long amount, String currency, Language language) {
        var decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        var number = String.format(Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(amount, decimals));
        return switch (currency) {
            case "KRW" -> language == Language.KO ? number + "원" : "₩" + number;
            case "USD" -> "$" + number;
            case "EUR" -> "€" + number;
            case "GBP" -> "£" + number;
            case "JPY" -> "¥" + number;
            default -> currency + " " + number;
        };
    }
}
