package io.jari.web;

import io.jari.account.Caller;
import io.jari.concert.ConcertDate;
import io.jari.concert.ConcertDetails;
import io.jari.concert.Concerts;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.seat.BothNames;
import io.jari.db.DatabaseClock;
import io.jari.http.Problem;
import io.jari.page.Texts;
import io.jari.seat.HoldBodies.HoldBody;
import io.jari.seat.Holding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Concerts, their dates and seats in words. */
@Singleton
public class Performances {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Concerts concerts;
    private final Dates dates;
    private final Holding holding;
    private final DatabaseClock clock;

    Performances(Concerts concerts, Dates dates, Holding holding, DatabaseClock clock) {
        this.concerts = concerts;
        this.dates = dates;
        this.holding = holding;
        this.clock = clock;
    }

    /** Somebody's own, or 404. */
    public HoldBody hold(Caller caller, String holdId) {
        return (HoldBody) holding.find(caller, holdId).getEntity();
    }

    public ConcertDetails concert(String concertId) {
        return concerts.find(Integer.parseInt(concertId)).details();
    }

    public DateTerms terms(String dateId) {
        return dates.recent(Integer.parseInt(dateId))
                .orElseThrow(() -> Problem.notFound("date").exception());
    }

    /** The same as an address says it: of this concert. */
    public DateTerms terms(String concertId, String dateId) {
        return Optional.of(dateId)
                .filter(id -> NUMBER.matcher(id).matches())
                .flatMap(id -> dates.recent(Integer.parseInt(id)))
                .filter(terms -> Integer.toString(terms.concertId()).equals(concertId))
                .orElseThrow(() -> Problem.notFound("date").exception());
    }

    public Instant now() {
        return clock.now();
    }

    /** What is given, and when. */
    public String title(Texts t, HoldBody hold) {
        var terms = terms(hold.dateId());
        return t.pick(concert(hold.concertId()).title()) + ", " + when(t, terms.startsAt(), terms.zone());
    }

    /** By the clock of the hall. */
    public static String when(Texts t, @Nullable Instant startsAt, ZoneId zone) {
        return startsAt == null ? t.say("date.unknown") : t.moment(startsAt, zone);
    }

    /** Whether it can be had, and why not. */
    public enum Sale {
        OPEN,
        SOLD_OUT,
        NOT_YET,
        PAUSED,
        POSTPONED,
        OVER,
        CANCELED;

        static Sale of(DateTerms terms, int left, Instant now) {
            return of(terms.status(), terms.startsAt(), terms.saleOpensAt(), terms.saleClosesAt(), left, now);
        }

        /** @param left seats nobody has */
        public static Sale of(ConcertDate date, int left, Instant now) {
            var terms = date.terms();
            var status = DateTerms.Status.valueOf(date.status().toUpperCase(Locale.ROOT));
            return of(status, terms.startsAt(), terms.saleOpensAt(), terms.saleClosesAt(), left, now);
        }

        private static Sale of(
                DateTerms.Status status,
                @Nullable Instant startsAt,
                Instant opensAt,
                Instant closesAt,
                int left,
                Instant now) {
            return switch (status) {
                case CANCELED -> CANCELED;
                case PAUSED -> startsAt == null ? POSTPONED : PAUSED;
                case ON_SALE -> {
                    if (now.isBefore(opensAt)) {
                        yield NOT_YET;
                    }
                    yield !now.isBefore(closesAt) ? OVER : left > 0 ? OPEN : SOLD_OUT;
                }
            };
        }

        public String state(Texts t) {
            return t.say("sale." + code());
        }

        /** What it means for whoever wants to come. */
        String explanation(Texts t, Instant opensAt, ZoneId zone) {
            return t.say("sale." + code() + ".words", t.moment(opensAt, zone));
        }

        /** For its colour. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static String seat(Texts t, String zone, String row, String number) {
        return t.say("seat.name", t.pick(BothNames.of(zone)), row, number);
    }
}
