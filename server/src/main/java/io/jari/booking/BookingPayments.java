package io.jari.booking;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payable;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.payment.Refund;
import io.jari.core.stay.CancelCause;
import io.jari.db.Partition;
import io.jari.payment.PaymentChange;
import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of a batch's reservations, decided with them and written with them. */
final class BookingPayments {
    /** What paying adds to the time a reservation is held for, once. */
    private static final int PAYING_MINUTES = 10;

    private final BookingBatch batch;
    private final PaymentRows stored;
    private final Map<String, Payment> after = new LinkedHashMap<>();

    BookingPayments(BookingBatch batch, PaymentRows stored) {
        this.batch = batch;
        this.stored = stored;
    }

    static PaymentKey key(int hotelId, String reservationId) {
        return new PaymentKey(Partition.hotel(hotelId), reservationId);
    }

    /** Whether nights may change that only the stored reservation names. */
    static boolean movesRooms(Command command) {
        return switch (command) {
            case Command.Cancel _, Command.Expire _, Command.CloseNights _ -> true;
            case Command.OfPayment payment -> payment.event() instanceof PaymentEvent.Captured;
            case Command.Reserve _, Command.Pay _ -> false;
        };
    }

    Answer decide(String reservationId, PaymentEvent event, String actor) {
        var decision = payment(reservationId).on(event, new Paying(reservationId, actor));
        if (decision instanceof PaymentDecision.Stands stands) {
            keep(reservationId, stands, actor);
        }
        return new Answer.OfPayment(decision, payment(reservationId), batch.reservation(reservationId));
    }

    /** Nobody wants the money that a guest may be about to pay. */
    void giveUp(String reservationId, String actor) {
        decide(reservationId, new PaymentEvent.GiveUp(), actor);
    }

    /**
     * What was paid by card or wallet goes back that way, the rest over the desk; what staff gave back before counts, and what went back
     * when the guest canceled.
     */
    void giveBack(String reservationId, long amount, String why, String actor) {
        var before = payment(reservationId);
        var due = amount - before.goodwill() - before.givenBack(Cancellations.CANCELED);
        var byProvider = Math.min(due, payment(reservationId).refundable());
        if (byProvider > 0) {
            decide(reservationId, new PaymentEvent.GiveBack(byProvider, why), actor);
        }
        if (due > byProvider) {
            keep(reservationId, payment(reservationId).atDesk(due - byProvider, why), actor);
        }
    }

    private void keep(String reservationId, PaymentDecision.Stands stands, String actor) {
        if (!stands.changed()) {
            return;
        }
        after.put(reservationId, stands.payment());
        var currency = batch.reservation(reservationId).terms().currency();
        stands.notes()
                .forEach(
                        note -> batch.tell(actor, note.action(), reservationId, PaymentChange.journal(note, currency)));
    }

    private Payment payment(String reservationId) {
        var changed = after.get(reservationId);
        return changed == null ? stored.of(key(batch.hotelId(), reservationId)) : changed;
    }

    List<PaymentChange> changes() {
        var changes = new ArrayList<PaymentChange>();
        after.forEach((id, payment) -> {
            var reservation = batch.reservation(id);
            var key = key(batch.hotelId(), id);
            changes.add(new PaymentChange(
                    key, reservation.accountId(), reservation.terms().currency(), stored.of(key), payment));
        });
        return changes;
    }

    /** A reservation as a payment meets it. */
    private final class Paying implements Payable {
        private final String reservationId;
        private final String actor;

        Paying(String reservationId, String actor) {
            this.reservationId = reservationId;
            this.actor = actor;
        }

        private Reservation reservation() {
            return batch.reservation(reservationId);
        }

        @Override
        public Standing standing() {
            return switch (reservation().status()) {
                case "pending" -> Standing.WAITING;
                case "paid" -> Standing.PAID;
                default -> Standing.GONE;
            };
        }

        @Override
        public long total() {
            return reservation().total();
        }

        @Override
        public void extend() {
            var r = reservation();
            var bound = r.createdAt().plus(batch.pendingMinutes() + PAYING_MINUTES, ChronoUnit.MINUTES);
            var wanted = batch.now().truncatedTo(ChronoUnit.MICROS).plus(PAYING_MINUTES, ChronoUnit.MINUTES);
            var until = earlier(wanted, bound);
            if (until.isAfter(r.expiresAt())) {
                batch.put(r.until(until, batch.version()));
            }
        }

        private static Instant earlier(Instant a, Instant b) {
            return a.isBefore(b) ? a : b;
        }

        @Override
        public boolean take(Attempt by) {
            var before = reservation();
            var late = before.status().equals("canceled")
                    && CancelCause.PAYMENT_TIMEOUT.wire().equals(before.cancelReason());
            if (!before.status().equals("pending") && !(late && batch.takeAgain(before))) {
                return false;
            }
            batch.put(before.with("paid", null, null, batch.version()));
            batch.tell(actor, "reservation.paid", reservationId, BookingJournal.paid(before, by.method()));
            return true;
        }

        /** Rooms are given back by canceling; money alone leaves the stay as it is. */
        @Override
        public boolean takeBack(Refund refund, Attempt from) {
            return true;
        }
    }
}
