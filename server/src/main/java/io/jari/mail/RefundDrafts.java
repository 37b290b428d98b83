package io.jari.mail;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Refund;
import io.jari.payment.PaymentBooks;
import io.jari.payment.PaymentKey;
import io.jari.payment.StoredPayment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Letters that say that money has moved back. */
@Singleton
class RefundDrafts {
    private final PaymentBooks books;
    private final StayDrafts stays;
    private final SeatDrafts seats;
    private final Recipients recipients;

    RefundDrafts(PaymentBooks books, StayDrafts stays, SeatDrafts seats, Recipients recipients) {
        this.books = books;
        this.stays = stays;
        this.seats = seats;
        this.recipients = recipients;
    }

    /**
     * For what it was paid, and whom to tell.
     *
     * @param action the key of the link's words; empty: there is no page
     */
    private record About(Recipient to, String title, String action, String url) {}

    Draft refund(Letter letter, Sites sites) {
        var key = new PaymentKey(letter.partition(), letter.subject());
        var stored = books.find(List.of(key)).get(key);
        var refund = stored == null
                ? Optional.<Refund>empty()
                : stored.payment().refunds().stream()
                        .filter(r -> Integer.valueOf(r.n()).equals(letter.n()) && r.state() == Refund.State.DONE)
                        .findFirst();
        if (stored == null || refund.isEmpty()) {
            return Draft.skipped("superseded");
        }
        return about(letter, stored, sites)
                .map(about -> refund(about, stored, refund.get(), sites))
                .orElseGet(() -> Draft.skipped("no-address"));
    }

    private Optional<About> about(Letter letter, StoredPayment payment, Sites sites) {
        return switch (letter.partition().kind()) {
            case HOTEL ->
                stays.find(letter).map(stay -> {
                    var own = stay.reservation().accountId() != null;
                    return new About(
                            stay.to(),
                            stay.title(),
                            own ? "reservation.action" : "",
                            sites.reservation(letter.subject()));
                });
            case DATE -> ofSeats(letter, payment, sites);
            case ACCOUNT ->
                recipients
                        .of(letter.partition().id())
                        .map(to -> new About(to, to.w().say("charge"), "wallet.action", sites.wallet()));
            case QUEUE, CONCERT -> Optional.empty();
        };
    }

    /** Money may come for seats that were given up before: then there are no tickets to name. */
    private Optional<About> ofSeats(Letter letter, StoredPayment payment, Sites sites) {
        var url = sites.hold(letter.subject());
        return seats.find(letter)
                .map(order -> new About(order.to(), order.title(), "hold.action", url))
                .or(() -> Optional.ofNullable(payment.accountId())
                        .flatMap(recipients::of)
                        .map(to -> new About(to, to.w().say("seats.given-up"), "hold.action", url)));
    }

    private static Draft refund(About about, StoredPayment stored, Refund refund, Sites sites) {
        var w = about.to().w();
        var money = w.money(refund.amount(), stored.currency());
        var attempt = stored.payment().attempt(refund.attempt());
        var draft = about.to().draft(w.say("refund.subject", money, about.title()));
        if (attempt.map(Attempt::state).orElse(null) == Attempt.State.SURPLUS) {
            draft.words(w.say("refund.surplus"));
        }
        draft.words(way(w, attempt, refund, money))
                .fact("refund.for", about.title())
                .fact("refund.amount", money);
        if (!about.action().isEmpty()) {
            draft.action(about.action(), about.url());
        }
        return new Draft.Written(about.to().email(), draft.done(sites.name()), List.of(), List.of());
    }

    /** A card's statement shows it days later; what a person handed out is there. */
    private static String way(Wording w, Optional<Attempt> attempt, Refund refund, String money) {
        if (attempt.isEmpty() || refund.reason() != null) {
            return w.say("refund.handed", money);
        }
        var card = attempt.get().card();
        return attempt.get().method().equals("wallet")
                ? w.say("refund.wallet", money)
                : card == null ? w.say("refund.card", money) : w.say("refund.card.known", money, card);
    }
}
