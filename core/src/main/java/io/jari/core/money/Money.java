package io.jari.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of money, exact, positive or negative.
 *
 * <p>Arithmetic never wraps: a result beyond a {@code long} throws {@link ArithmeticException}. Amounts of two
 * currencies never meet: {@link IllegalArgumentException}.
 *
 * @param minor the amount in minor units of the currency: won, yen, cents, fils
 * @param currency an ISO 4217 currency with a known number of decimals (KRW and JPY 0, USD and EUR 2, KWD 3)
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,4})?");

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
    }

    /**
     * An amount by currency code.
     *
     * @throws IllegalArgumentException if the code is no currency; ask {@link #currency(String)} first for input
     */
    public static Money of(long minor, String code) {
        return new Money(minor, Currency.getInstance(code));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The currency with this ISO 4217 code in capitals, if there is one that money can be counted in. */
    public static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(known -> known.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Reads major units: {@code 12.50}, {@code 120,000}, {@code -3}. Empty for anything else, and for more decimals
     * than the currency has; nothing is rounded away.
     */
    public static Optional<Money> parse(String text, Currency currency) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        var major = new BigDecimal(text.replace(",", ""));
        int digits = currency.getDefaultFractionDigits();
        return major.scale() > digits
                ? Optional.empty()
                : Optional.of(new Money(major.movePointRight(digits).longValueExact(), currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** Times an exact factor, rounded half up (away from zero) to a minor unit. */
    public Money times(BigDecimal factor) {
        var exact = BigDecimal.valueOf(minor).multiply(factor);
        return new Money(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /** So many hundredths of it, rounded half up to a minor unit. */
    public Money percent(int percent) {
        return times(BigDecimal.valueOf(percent, 2));
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The smaller of two amounts of one currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The amount in major units, with exactly the currency's decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /**
     * For people: {@code 120,000원} for won in Korean, else the currency's symbol in the language and the number,
     * {@code ₩120,000}, {@code -US$12.50}, {@code KWD 1.234}. Grouping and point are those of Korean and English.
     */
    public String format(Locale locale) {
        int digits = currency.getDefaultFractionDigits();
        var number = String.format(Locale.ROOT, "%,." + digits + "f", major().abs());
        var sign = minor < 0 ? "-" : "";
        if (locale.getLanguage().equals("ko") && currency.getCurrencyCode().equals("KRW")) {
            return sign + number + "원";
        }
        var symbol = currency.getSymbol(locale);
        var space = symbol.equals(currency.getCurrencyCode()) ? " " : "";
        return sign + symbol + space + number;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** As logs and messages show it: {@code 12.50 USD}. */
    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " differ in currency");
        }
        return other;
    }
}
