package io.jari.privacy;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whose data: an account, or a guest without one, known by the reservation. Its text is {@code account:7} or {@code reservation:ID}. */
record PersonalSubject(Kind kind, String id) {
    private static final Pattern ACCOUNT = Pattern.compile("account:([1-9][0-9]{0,17})");
    private static final Pattern RESERVATION = Pattern.compile("reservation:([A-Za-z0-9_-]{1,40})");

    enum Kind {
        ACCOUNT,
        RESERVATION
    }

    static PersonalSubject account(long accountId) {
        return new PersonalSubject(Kind.ACCOUNT, Long.toString(accountId));
    }

    static Optional<PersonalSubject> of(String text) {
        var account = ACCOUNT.matcher(text);
        if (account.matches()) {
            return Optional.of(new PersonalSubject(Kind.ACCOUNT, account.group(1)));
        }
        var reservation = RESERVATION.matcher(text);
        return reservation.matches()
                ? Optional.of(new PersonalSubject(Kind.RESERVATION, reservation.group(1)))
                : Optional.empty();
    }

    long accountId() {
        return Long.parseLong(id);
    }

    String text() {
        return (kind == Kind.ACCOUNT ? "account:" : "reservation:") + id;
    }
}
