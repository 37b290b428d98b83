package io.jari.web;

import io.jari.concert.Concert;
import io.jari.concert.ConcertDate;
import io.jari.concert.ConcertDates;
import io.jari.page.Texts;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;

/** Concerts in a list. */
@Singleton
class ConcertRows {
    private static final int DATES = 3;
    private final ConcertDates dates;

    ConcertRows(ConcertDates dates) {
        this.dates = dates;
    }

    List<ConcertsPage.Row> of(Texts t, List<Concert> concerts) {
        var next = dates.next(concerts, DATES);
        return concerts.stream()
                .map(concert -> row(t, concert, next.getOrDefault(concert.concertID(), List.of())))
                .toList();
    }

    private static ConcertsPage.Row row(Texts t, Concert concert, List<ConcertDate> coming) {
        var d = concert.details();
        return new ConcertsPage.Row(
                Links.concert(concert.concertID()),
                Links.concertPicture(concert.concertID()),
                t.pick(d.title()),
                t.pick(d.hall()),
                t.pick(d.description()),
                coming.stream()
                        .map(date -> Performances.when(t, date.terms().startsAt(), ZoneId.of(date.timeZone())))
                        .toList());
    }
}
