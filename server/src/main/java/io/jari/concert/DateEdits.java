package io.jari.concert;

import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staff change of a date that is on sale. Claims on seats are not touched; what is held keeps its price and time. */
@ApplicationScoped
class DateEdits {
    private static final int MOST_UNKNOWN = 20;

    private final DateStore store;
    private final Changes changes;
    private final Difference difference;

    DateEdits(DateStore store, Changes changes, Difference difference) {
        this.store = store;
        this.changes = changes;
        this.difference = difference;
    }

    ConcertDate terms(String actor, int concertId, int dateId, @Nullable String ifMatch, SaleTerms terms) {
        return changing(actor, concertId, dateId, (change, date) -> {
            Versions.require(ifMatch, date.version());
            if (terms.startsAt() == null && date.terms().startsAt() != null) {
                throw Problem.invalid("/startsAt", "is needed; a postponement leaves it open")
                        .exception();
            }
            DateStore.update(change.handle(), dateId, terms.checked());
            return journal(change, date, "date.changed", difference.between(date.terms(), terms));
        });
    }

    /** What is held or sold keeps its price. */
    ConcertDate prices(String actor, int concertId, int dateId, @Nullable String ifMatch, DatePrices prices) {
        return changing(actor, concertId, dateId, (change, date) -> {
            Versions.check(ifMatch, date.version());
            var names = date.categories().stream().map(ConcertDate.Level::name).toList();
            SeatStore.setPrices(change.handle(), dateId, DatePrices.inOrder(prices.prices(), names));
            drawAgain(change, concertId, dateId);
            var before = date.categories().stream()
                    .collect(Collectors.toMap(ConcertDate.Level::name, ConcertDate.Level::price));
            return journal(change, date, "date.prices-changed", difference.between(before, prices.prices()));
        });
    }

    ConcertDate marks(String actor, int concertId, int dateId, @Nullable String ifMatch, SeatMarks marks) {
        return changing(actor, concertId, dateId, (change, date) -> {
            Versions.check(ifMatch, date.version());
            SeatStore.setMarks(change.handle(), dateId, numbers(change, dateId, marks), marks.stored());
            drawAgain(change, concertId, dateId);
            return journal(change, date, "date.seats-marked", difference.text(marks));
        });
    }

    private static int[] numbers(Change change, int dateId, SeatMarks marks) {
        var known = SeatStore.numbers(change.handle(), dateId, marks.seatIDs()).stream()
                .collect(Collectors.toMap(SeatStore.Named::guid, SeatStore.Named::seat));
        var problem = Problem.of(400, "invalid-request", "The request is not valid");
        var unknown = 0;
        for (var i = 0; i < marks.seatIDs().size() && unknown < MOST_UNKNOWN; i++) {
            if (!known.containsKey(marks.seatIDs().get(i))) {
                problem.flaw("/seatIDs/" + i, "the date has no such seat");
                unknown++;
            }
        }
        if (unknown > 0) {
            throw problem.exception();
        }
        return known.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static void drawAgain(Change change, int concertId, int dateId) {
        var handle = change.handle();
        var date = DateStore.find(handle, concertId, dateId).orElseThrow();
        var sha = SeatPlanStore.sha(handle, concertId, Integer.parseInt(date.planID()));
        var categories =
                date.categories().stream().map(ConcertDate.Level::category).toList();
        DateStore.setPlanHash(
                handle, dateId, PlanHash.of(sha, date.currency(), categories, SeatStore.marks(handle, dateId)));
    }

    /** Nothing is sold until the sale is resumed; what is held may still be paid. */
    ConcertDate pause(String actor, int concertId, int dateId) {
        return changing(
                actor,
                concertId,
                dateId,
                (change, date) -> setStatus(change, date, DateTerms.Status.PAUSED, "date.paused"));
    }

    ConcertDate resume(String actor, int concertId, int dateId) {
        return changing(actor, concertId, dateId, (change, date) -> {
            if (date.terms().startsAt() == null) {
                throw Problem.of(409, "date-without-time", "Nobody knows when it will be")
                        .detail("Say when it starts before going on with the sale.")
                        .exception();
            }
            return setStatus(change, date, DateTerms.Status.ON_SALE, "date.resumed");
        });
    }

    private ConcertDate setStatus(Change change, ConcertDate date, DateTerms.Status status, String action) {
        if (date.status().equals(status.wire())) {
            return date;
        }
        DateStore.setStatus(change.handle(), id(date), status);
        return journal(
                change,
                date,
                action,
                difference.between(Map.of("status", date.status()), Map.of("status", status.wire())));
    }

    /** Tickets stay valid. Without a new time the sale is paused until somebody names one and resumes it. */
    ConcertDate postpone(String actor, int concertId, int dateId, Postponement to) {
        return changing(actor, concertId, dateId, (change, date) -> {
            if (to.startsAt() != null && !to.startsAt().isAfter(change.now())) {
                throw Problem.invalid("/startsAt", "must lie ahead").exception();
            }
            var terms = postponed(date.terms(), startedAt(change, date), to);
            DateStore.update(change.handle(), dateId, terms);
            DateStore.setPostponed(change.handle(), dateId, change.now());
            if (to.startsAt() == null) {
                DateStore.setStatus(change.handle(), dateId, DateTerms.Status.PAUSED);
            }
            return journal(change, date, "date.postponed", difference.between(date.terms(), terms));
        });
    }

    /** When it starts, or was to start when it was put off until nobody knew when. */
    private static @Nullable Instant startedAt(Change change, ConcertDate date) {
        return date.terms().startsAt() == null
                ? DateStore.startedAt(change.handle(), id(date)).orElse(null)
                : date.terms().startsAt();
    }

    private static SaleTerms postponed(SaleTerms terms, @Nullable Instant startedAt, Postponement to) {
        return new SaleTerms(
                to.startsAt(),
                terms.saleOpensAt(),
                closesAt(terms, startedAt, to.startsAt()),
                to.refundsUntil(),
                terms.holdMinutes(),
                terms.mostSeats());
    }

    /** A sale that ended with the old beginning ends with the new one; an end that staff chose stays, unless it would lie after it. */
    private static Instant closesAt(SaleTerms terms, @Nullable Instant startedAt, @Nullable Instant startsAt) {
        var closesAt = terms.saleClosesAt();
        var moves = closesAt.equals(startedAt) || (startsAt != null && closesAt.isAfter(startsAt));
        return startsAt != null && moves && startsAt.isAfter(terms.saleOpensAt()) ? startsAt : closesAt;
    }

    private static ConcertDate journal(Change change, ConcertDate date, String action, @Nullable String body) {
        change.journal(action, date.dateID(), body);
        change.ratesChanged();
        return DateStore.find(change.handle(), Integer.parseInt(date.concertID()), id(date))
                .orElseThrow();
    }

    private static int id(ConcertDate date) {
        return Integer.parseInt(date.dateID());
    }

    /** A change of a date as it stands under the lock; 404 when there is none, 409 when it is canceled. */
    private ConcertDate changing(
            String actor, int concertId, int dateId, BiFunction<Change, ConcertDate, ConcertDate> work) {
        if (store.find(concertId, dateId).isEmpty()) {
            throw ConcertDates.unknown();
        }
        return changes.of(Partition.date(dateId), actor, change -> {
            var date = DateStore.find(change.handle(), concertId, dateId).orElseThrow(ConcertDates::unknown);
            if (date.isCanceled()) {
                throw Problem.of(409, "date-canceled", "The date is canceled")
                        .with("canceledAt", Objects.requireNonNull(date.canceledAt()))
                        .exception();
            }
            return work.apply(change, date);
        });
    }
}
