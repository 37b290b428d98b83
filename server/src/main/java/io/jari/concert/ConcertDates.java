package io.jari.concert;

import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** The dates of concerts as everybody reads them. */
@ApplicationScoped
class ConcertDates {
    private final DateStore store;
    private final Concerts concerts;
    private final Instance<SeatsLeft> seatsLeft;

    ConcertDates(DateStore store, Concerts concerts, Instance<SeatsLeft> seatsLeft) {
        this.store = store;
        this.concerts = concerts;
        this.seatsLeft = seatsLeft;
    }

    /** The date, or 404. */
    ConcertDate find(int concertId, int dateId) {
        return withSeatsLeft(store.find(concertId, dateId).orElseThrow(ConcertDates::unknown));
    }

    /** In the order of their ids. */
    List<ConcertDate> page(int concertId, long after, int limit) {
        concerts.find(concertId);
        return store.page(concertId, after, limit).stream()
                .map(this::withSeatsLeft)
                .toList();
    }

    private ConcertDate withSeatsLeft(ConcertDate date) {
        if (!seatsLeft.isResolvable()) {
            return date;
        }
        var left = seatsLeft.get().of(Integer.parseInt(date.dateID()));
        return left.map(date::withSeatsLeft).orElse(date);
    }

    static Problem unknown() {
        return Problem.notFound("date").exception();
    }
}
