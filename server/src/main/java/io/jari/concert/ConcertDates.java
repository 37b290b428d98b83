package io.jari.concert;

import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The dates of concerts as everybody reads them. */
@ApplicationScoped
public class ConcertDates {
    private final DateStore store;
    private final Concerts concerts;
    private final Instance<SeatsLeft> seatsLeft;

    ConcertDates(DateStore store, Concerts concerts, Instance<SeatsLeft> seatsLeft) {
        this.store = store;
        this.concerts = concerts;
        this.seatsLeft = seatsLeft;
    }

    /** The date, or 404. */
    public ConcertDate find(int concertId, int dateId) {
        return withSeatsLeft(store.find(concertId, dateId).orElseThrow(ConcertDates::unknown));
    }

    /** In the order of their ids. */
    public List<ConcertDate> page(int concertId, long after, int limit) {
        concerts.find(concertId);
        return store.page(concertId, after, limit).stream()
                .map(this::withSeatsLeft)
                .toList();
    }

    /** The next dates of each of these concerts, soonest first; without the seats left. */
    public Map<String, List<ConcertDate>> next(List<Concert> of, int most) {
        return store
                .next(of.stream().map(Concert::concertID).map(Integer::valueOf).toList(), most)
                .stream()
                .collect(Collectors.groupingBy(ConcertDate::concertID));
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
