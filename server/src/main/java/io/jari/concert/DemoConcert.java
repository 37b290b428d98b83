package io.jari.concert;

import io.jari.concert.DateSeats.Category;
import io.jari.core.seat.HallPlan;
import io.jari.core.seat.SeatPlan;
import io.jari.db.Partition;
import io.jari.http.Bilingual;
import io.jari.http.Prose;
import io.jari.journal.Beginning;
import io.jari.journal.Change;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * The concert that a demo begins with: a large hall, two dates that are on sale, and any number in a smaller hall whose sales open
 * later. All within the caller's transaction.
 */
public final class DemoConcert {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final int SEATS = 15_000;
    private static final int BALCONIES = 2;
    private static final int SMALLER_SEATS = 3_000;
    private static final int SMALLER_BALCONIES = 1;
    private static final int FIRST_DATE_IN_DAYS = 45;
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(19, 30), LocalTime.of(17, 0));
    private static final List<Long> PRICES = List.of(198_000L, 165_000L, 132_000L, 99_000L, 77_000L);
    private static final int HOLD_MINUTES = 5;
    private static final int MOST_SEATS = 4;
    private static final String ACTOR = "load";
    private static final int PLAN = 1;
    private static final int SMALLER_PLAN = 2;

    private DemoConcert() {}

    /** Makes it, with its two dates. */
    public static int make(Handle handle, Instant now) throws SQLException {
        var hall = HallPlan.of(SEATS, BALCONIES);
        var json = PlanWriting.json(hall).toString();
        var concertId = ConcertStore.nextId(handle);
        var details = details(now);
        ConcertStore.insert(handle, concertId, details);
        ConcertStore.setDated(handle, concertId);
        plan(handle, concertId, hall, json, now);
        Beginning.write(handle, Partition.concert(concertId), now, ACTOR, "concert.created");
        var day = LocalDate.ofInstant(now, ZONE).plusDays(FIRST_DATE_IN_DAYS);
        var first = 0;
        for (var time : TIMES) {
            var id = date(handle, concertId, PLAN, hall, json, terms(day.atTime(time), details.saleOpensAt()), now);
            if (first == 0) {
                first = id;
                SeatStore.insert(handle.getConnection(), id, DateSeats.inOrder(hall), categories(hall));
            } else {
                SeatStore.copy(handle, first, id);
            }
            day = day.plusDays(1);
        }
        return concertId;
    }

    /** Adds a date in the smaller hall, on the day after the last. */
    public static int smaller(Handle handle, int concertId, Instant opensAt, Instant now) throws SQLException {
        var hall = HallPlan.of(SMALLER_SEATS, SMALLER_BALCONIES);
        var json = PlanWriting.json(hall).toString();
        if (ConcertStore.lastPlan(handle, concertId) < SMALLER_PLAN) {
            plan(handle, concertId, hall, json, now);
        }
        var day = LocalDate.ofInstant(DateStore.lastStart(handle, concertId), ZONE)
                .plusDays(1);
        var id = date(handle, concertId, SMALLER_PLAN, hall, json, terms(day.atTime(TIMES.getFirst()), opensAt), now);
        SeatStore.insert(handle.getConnection(), id, DateSeats.inOrder(hall), categories(hall));
        return id;
    }

    /** Opens the sale of a date whose head the caller holds, unless it is open. */
    public static void openNow(Change change, int concertId, int dateId) {
        var terms = DateStore.find(change.handle(), concertId, dateId)
                .orElseThrow(ConcertDates::unknown)
                .terms();
        if (terms.saleOpensAt().isAfter(change.now())) {
            DateStore.update(
                    change.handle(),
                    dateId,
                    new SaleTerms(
                            terms.startsAt(),
                            change.now(),
                            terms.saleClosesAt(),
                            terms.refundsUntil(),
                            terms.holdMinutes(),
                            terms.mostSeats()));
            change.journal("date.changed", Integer.toString(dateId), null);
            change.ratesChanged();
        }
    }

    private static void plan(Handle handle, int concertId, SeatPlan hall, String json, Instant now) {
        var seats = DateSeats.inOrder(hall).size();
        SeatPlanStore.insert(handle, concertId, SeatPlanStore.nextId(handle, concertId), hall.name(), seats, json, now);
    }

    private static int date(
            Handle handle, int concertId, int planId, SeatPlan hall, String json, SaleTerms terms, Instant now) {
        var details = details(now);
        var id = DateStore.nextId(handle);
        var hash = PlanHash.of(PlanHash.sha(json), details.currency(), categories(hall), List.of());
        var seats = DateSeats.inOrder(hall).size();
        DateStore.insert(
                handle,
                new DateStore.Head(id, concertId, planId, seats, details.currency(), details.timeZone(), hash),
                terms,
                now);
        Beginning.write(handle, Partition.date(id), now, ACTOR, "date.created");
        return id;
    }

    private static List<Category> categories(SeatPlan hall) {
        return IntStream.range(0, hall.categories().size())
                .mapToObj(i -> new Category(
                        hall.categories().get(i).name(),
                        hall.categories().get(i).color(),
                        PRICES.get(i)))
                .toList();
    }

    private static ConcertDetails details(Instant now) {
        return new ConcertDetails(
                new Bilingual("별이 빛나는 밤", "A Starry Night"),
                new Prose(
                        "자리 심포니 오케스트라가 별과 밤의 노래를 들려드립니다.",
                        "The Jari Symphony Orchestra plays songs of stars and night."),
                new Bilingual("자리 아레나", "Jari Arena"),
                new Prose("서울 송파구 올림픽로 25", "25 Olympic-ro, Songpa-gu, Seoul"),
                ZONE.getId(),
                "KRW",
                List.of(),
                now.minus(Duration.ofDays(1)),
                HOLD_MINUTES,
                MOST_SEATS,
                false);
    }

    /** Tickets may be given back until the day before. */
    private static SaleTerms terms(LocalDateTime startsAt, Instant opensAt) {
        var start = startsAt.atZone(ZONE).toInstant();
        var dayBefore = startsAt.toLocalDate().atStartOfDay(ZONE).toInstant();
        return new SaleTerms(start, opensAt, start, dayBefore, HOLD_MINUTES, MOST_SEATS);
    }
}
