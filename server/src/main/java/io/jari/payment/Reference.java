package io.jari.payment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a provider calls something of ours, taken apart; see {@link PaymentKey}. */
public sealed interface Reference {
    String subject();

    /** The n-th attempt. */
    record OfAttempt(String subject, int n) implements Reference {
        private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,40})-(\\d{1,3})");
    }

    /** The n-th refund, by whichever of its names. */
    record OfRefund(String subject, int n) implements Reference {
        private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,40})-r(\\d{1,4})(?:\\.\\d{1,4})?");
    }

    /** Nothing when it is not of our making. */
    static Optional<Reference> parse(String text) {
        var attempt = OfAttempt.TEXT.matcher(text);
        if (attempt.matches()) {
            return Optional.of(new OfAttempt(attempt.group(1), number(attempt)));
        }
        var refund = OfRefund.TEXT.matcher(text);
        return refund.matches() ? Optional.of(new OfRefund(refund.group(1), number(refund))) : Optional.empty();
    }

    private static int number(Matcher matcher) {
        return Integer.parseInt(matcher.group(2));
    }
}
