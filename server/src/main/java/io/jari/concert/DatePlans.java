package io.jari.concert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.http.Gzip;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** The geometry of dates as it is sent: made once for each hash. */
@ApplicationScoped
class DatePlans {
    private static final long MOST_BYTES = 32_000_000;

    private final Dates dates;
    private final DateStore store;
    private final SeatPlans plans;
    private final Cache<Key, Drawn> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, Drawn drawn) -> drawn.plain().length + drawn.gzip().length)
            .build();

    DatePlans(Dates dates, DateStore store, SeatPlans plans) {
        this.dates = dates;
        this.store = store;
        this.plans = plans;
    }

    private record Key(int dateId, String hash) {}

    /** The same, plain and compressed. */
    record Drawn(byte[] plain, byte[] gzip) {}

    /** The hash of the date's present geometry, or 404. */
    String hash(int concertId, int dateId) {
        return dates.recent(dateId)
                .filter(terms -> terms.concertId() == concertId)
                .orElseThrow(ConcertDates::unknown)
                .planHash();
    }

    /** The geometry of this hash; 404, with where it is now, when it is not the present one. */
    Drawn drawn(int concertId, int dateId, String hash) {
        var recent = dates.recent(dateId);
        if (recent.isPresent() && !recent.get().planHash().equals(hash)) {
            recent = dates.present(dateId); // a hash a moment old was perhaps given out by another process
        }
        var terms = recent.filter(found -> found.concertId() == concertId).orElseThrow(ConcertDates::unknown);
        if (!terms.planHash().equals(hash)) {
            throw Problem.notFound("plan of this date any more")
                    .with("planURL", ConcertDate.planURL(concertId, dateId, terms.planHash()))
                    .exception();
        }
        return cache.get(new Key(dateId, hash), _ -> draw(terms));
    }

    private Drawn draw(DateTerms terms) {
        var date = store.find(terms.concertId(), terms.dateId()).orElseThrow(ConcertDates::unknown);
        var json = plans.json(terms.concertId(), Integer.parseInt(date.planID()));
        var plain = PlanDrawing.draw(plans.plan(json), terms);
        return new Drawn(plain, Gzip.of(plain));
    }
}
