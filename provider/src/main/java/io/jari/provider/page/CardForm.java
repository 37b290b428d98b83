package io.jari.provider.page;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a guest typed, and what is wrong with it; a form without flaws has a number. */
record CardForm(Map<String, String> typed, Map<CardField, Words> flaws, Optional<CardNumber> number) {
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*/\\s*(?:20)?(\\d{2})");
    private static final Pattern CVC = Pattern.compile("\\d{3,4}");
    private static final int LONGEST = 100;

    static CardForm empty() {
        return new CardForm(Map.of(), Map.of(), Optional.empty());
    }

    static CardForm of(Map<String, String> typed, YearMonth now) {
        var flaws = new EnumMap<CardField, Words>(CardField.class);
        var number = CardNumber.parse(plain(typed, CardField.NUMBER));
        if (number.isEmpty()) {
            flaws.put(CardField.NUMBER, Words.BAD_NUMBER);
        }
        expiryFlaw(plain(typed, CardField.EXPIRY), now).ifPresent(flaw -> flaws.put(CardField.EXPIRY, flaw));
        if (!CVC.matcher(plain(typed, CardField.CVC)).matches()) {
            flaws.put(CardField.CVC, Words.BAD_CVC);
        }
        var holder = plain(typed, CardField.HOLDER);
        if (holder.isEmpty() || holder.length() > LONGEST) {
            flaws.put(CardField.HOLDER, Words.BAD_HOLDER);
        }
        return new CardForm(typed, flaws, number);
    }

    /** As it goes back into the field: never the CVC. */
    String shown(CardField field) {
        var text = typed.getOrDefault(field.key(), "");
        return field == CardField.CVC ? "" : text.substring(0, Math.min(text.length(), LONGEST));
    }

    boolean flawed() {
        return !flaws.isEmpty();
    }

    private static Optional<Words> expiryFlaw(String text, YearMonth now) {
        var match = EXPIRY.matcher(text);
        if (!match.matches()) {
            return Optional.of(Words.BAD_EXPIRY);
        }
        try {
            var expiry = YearMonth.of(2000 + Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
            return expiry.isBefore(now) ? Optional.of(Words.PAST_EXPIRY) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(Words.BAD_EXPIRY);
        }
    }

    /** Korean keyboards can produce wide digits; they mean the same. */
    private static String plain(Map<String, String> typed, CardField field) {
        return Normalizer.normalize(typed.getOrDefault(field.key(), ""), Normalizer.Form.NFKC)
                .strip();
    }

    /** Without what was typed, so that no card number gets into a message by accident. */
    @Override
    public String toString() {
        return "CardForm" + flaws.keySet();
    }
}
