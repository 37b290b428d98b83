package io.jari.concert;

import io.jari.concert.DateSeats.Category;
import io.jari.concert.DateSeats.Seat;
import io.jari.core.seat.SeatPlan;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts dates on sale: the date's partition begins with its head, terms, prices and all its seats. */
@ApplicationScoped
class NewDates {
    private final DateStore store;
    private final Concerts concerts;
    private final SeatPlans plans;
    private final Changes changes;
    private final Creations creations;
    private final Difference difference;

    NewDates(
            DateStore store,
            Concerts concerts,
            SeatPlans plans,
            Changes changes,
            Creations creations,
            Difference difference) {
        this.store = store;
        this.concerts = concerts;
        this.plans = plans;
        this.changes = changes;
        this.creations = creations;
        this.difference = difference;
    }

    /** What a date begins with. */
    private record Beginning(SaleTerms terms, List<Category> categories, List<Seat> seats, String planSha) {}

    Response make(String actor, int concertId, @Nullable String key, NewDate wanted) {
        concerts.find(concertId);
        var json = plans.find(concertId, wanted.planId())
                .orElseThrow(() -> Problem.invalid("/planID", "the concert has no such seat plan")
                        .exception());
        var plan = plans.plan(json);
        var categories = categories(plan, wanted);
        var concert = concerts.beginDate(actor, concertId).details();
        var beginning =
                new Beginning(wanted.terms(concert).checked(), categories, DateSeats.inOrder(plan), PlanHash.sha(json));
        var id = store.nextId();
        return changes.first(
                Partition.date(id),
                actor,
                change -> creations.once(
                        change,
                        "concerts/" + concertId + "/dates",
                        key,
                        wanted,
                        () -> insert(change, id, concertId, concert, wanted, beginning)));
    }

    private static List<Category> categories(SeatPlan plan, NewDate wanted) {
        var prices = DatePrices.inOrder(
                wanted.prices(),
                plan.categories().stream().map(SeatPlan.Category::name).toList());
        return IntStream.range(0, prices.size())
                .mapToObj(i -> new Category(
                        plan.categories().get(i).name(),
                        plan.categories().get(i).color(),
                        prices.get(i)))
                .toList();
    }

    private ConcertDate insert(
            Change change, int id, int concertId, ConcertDetails concert, NewDate wanted, Beginning beginning) {
        if (!wanted.startsAt().isAfter(change.now())) {
            throw Problem.invalid("/startsAt", "must lie ahead").exception();
        }
        var hash = PlanHash.of(beginning.planSha(), concert.currency(), beginning.categories(), List.of());
        var head = new DateStore.Head(
                id, concertId, wanted.planId(), beginning.seats().size(), concert.currency(), concert.timeZone(), hash);
        DateStore.insert(change.handle(), head, beginning.terms(), change.now());
        try {
            SeatStore.insert(change.handle().getConnection(), id, beginning.seats(), beginning.categories());
        } catch (SQLException e) {
            throw new IllegalStateException("seats of date " + id, e);
        }
        change.journal("date.created", Integer.toString(id), difference.text(wanted));
        change.ratesChanged();
        return DateStore.find(change.handle(), concertId, id).orElseThrow();
    }
}
