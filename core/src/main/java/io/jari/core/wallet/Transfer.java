package io.jari.core.wallet;

import io.jari.core.money.Money;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Money moved between a wallet and a clearing ledger of the same account: two postings that sum to zero.
 *
 * @param id unique in the account, 1 to {@link #MOST_CHARACTERS} characters {@code [A-Za-z0-9_:-]}; the same again is the same transfer
 * @param amount positive: into the wallet; negative: out of it; at most {@link Ledger#MOST} either way
 * @param counterLedger the other side, such as {@code provider:NAME} or {@code hotel:ID}: letters, digits, {@code _ -} about one colon
 * @param subject what it is for, such as a reservation's id; 1 to {@value #MOST_SUBJECT_CHARACTERS} characters
 */
public record Transfer(String id, TransferKind kind, Money amount, String counterLedger, String subject) {
    /** Characters in an id or a ledger's name. */
    public static final int MOST_CHARACTERS = 80;

    /** Characters in a subject. */
    public static final int MOST_SUBJECT_CHARACTERS = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,80}");
    private static final Pattern LEDGER = Pattern.compile("[a-z]{1,20}:[A-Za-z0-9_-]{1,59}");

    /** @throws IllegalArgumentException if a value is not as described, or the kind does not move money in this direction */
    public Transfer {
        Objects.requireNonNull(kind, "kind");
        require(ID.matcher(id).matches(), "id", id);
        require(LEDGER.matcher(counterLedger).matches(), "counterLedger", counterLedger);
        require(!subject.isEmpty() && subject.length() <= MOST_SUBJECT_CHARACTERS, "subject", subject);
        require(kind.allows(amount.minor()) && Ledger.isWithin(amount.minor()), "amount of a " + kind.text(), amount);
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + value);
        }
    }
}
