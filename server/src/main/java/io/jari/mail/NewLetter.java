package io.jari.mail;

import io.jari.db.Partition;
import io.jari.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A letter that an event asks for.
 *
 * @param n which refund; null: it is about none
 */
record NewLetter(
        long event,
        LetterKind kind,
        Partition partition,
        String subject,
        @Nullable Integer n,
        Instant at) {
    /** Why what was never paid ends without a word: its guest did it, or never came back to pay. */
    private static final Set<String> SILENT = Set.of("guest", "payment_timeout");

    /** Most events ask for none. */
    static Optional<NewLetter> of(Event event) {
        return switch (event.type()) {
            case "reservation.paid" -> letter(event, LetterKind.CONFIRMATION);
            case "reservation.canceled" ->
                endsInSilence(event) ? Optional.empty() : letter(event, LetterKind.CANCELLATION);
            case "hold.sold" -> letter(event, LetterKind.TICKETS);
            case "hold.refunded" -> letter(event, LetterKind.TICKETS_CANCELED);
            case "refund.done", "refund.settled" -> letter(event, LetterKind.REFUND);
            case "staff.invited" -> letter(event, LetterKind.INVITATION);
            case "account.reset_asked" -> letter(event, LetterKind.RESET);
            case "account.password_changed", "account.password-changed" -> letter(event, LetterKind.PASSWORD_CHANGED);
            case "account.signup_asked" -> letter(event, LetterKind.SIGN_UP);
            case "account.signup_again" -> letter(event, LetterKind.SIGN_UP_AGAIN);
            default -> Optional.empty();
        };
    }

    private static boolean endsInSilence(Event event) {
        return !text(event, "before").equals("paid") && SILENT.contains(text(event, "reason"));
    }

    private static Optional<NewLetter> letter(Event event, LetterKind kind) {
        var body = event.body();
        var n = kind == LetterKind.REFUND && body != null ? body.path("n").asInt() : null;
        return Optional.of(new NewLetter(event.number(), kind, event.partition(), event.subject(), n, event.at()));
    }

    private static String text(Event event, String field) {
        var body = event.body();
        return body == null ? "" : body.path(field).asText();
    }
}
