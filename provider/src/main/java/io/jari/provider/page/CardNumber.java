package io.jari.provider.page;

import io.jari.provider.books.Card;
import io.jari.provider.books.Reason;
import java.util.Optional;

/** The digits of a card. They never leave this package. */
record CardNumber(String digits) {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    /** Spaces and hyphens are as people write them. */
    static Optional<CardNumber> parse(String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{%d,%d}".formatted(SHORTEST, LONGEST)) && luhn(digits)
                ? Optional.of(new CardNumber(digits))
                : Optional.empty();
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    Card card() {
        return new Card(brand(), digits.substring(digits.length() - 4));
    }

    /** Why the bank says no to this test card. */
    Optional<Reason> refusal() {
        return switch (digits) {
            case "4000000000000002" -> Optional.of(Reason.CARD_DECLINED);
            case "4000000000009995" -> Optional.of(Reason.INSUFFICIENT_FUNDS);
            default -> Optional.empty();
        };
    }

    private String brand() {
        return switch (digits.charAt(0)) {
            case '4' -> "visa";
            case '5', '2' -> "mastercard";
            case '3' -> digits.startsWith("35") ? "jcb" : "amex";
            case '6' -> "unionpay";
            default -> "card";
        };
    }

    @Override
    public String toString() {
        return "CardNumber";
    }
}
