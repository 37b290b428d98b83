package io.jari.booking;

import io.jari.booking.ReservationLookup.Found;
import io.jari.booking.TodayBodies.StayLine;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A hotel's day, and its rooms by nights, as of one moment. */
@ApplicationScoped
public class Today {
    private final Jdbi jdbi;

    public Today(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** The hotel's own today unless another day is asked for; who is in the house and the rooms' state are as of now. */
    TodayBodies.Today of(int hotelId, @Nullable LocalDate asked) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local statement_timeout = '5s'");
            var date = asked == null ? today(handle, hotelId) : asked;
            return new TodayBodies.Today(
                    date,
                    TodayStore.counts(handle, hotelId, date),
                    lines(handle, hotelId, TodayStore.arrivals(handle, hotelId, date)),
                    lines(handle, hotelId, TodayStore.departures(handle, hotelId, date)),
                    lines(handle, hotelId, TodayStore.notArrived(handle, hotelId, date)),
                    TodayStore.oversold(handle, hotelId, date));
        });
    }

    /** Fourteen days from today on unless others are asked for. */
    public TodayBodies.Rack rack(int hotelId, @Nullable LocalDate start, @Nullable LocalDate end, int mostDays) {
        return jdbi.withHandle(handle -> {
            var from = start == null ? today(handle, hotelId) : start;
            var until = end == null ? from.plusDays(14) : end;
            if (!until.isAfter(from) || until.isAfter(from.plusDays(mostDays))) {
                throw Problem.invalid("endDate", "must be 1 to " + mostDays + " days after startDate")
                        .exception();
            }
            return new TodayBodies.Rack(from, until, RackStore.rooms(handle, hotelId, from, until));
        });
    }

    private static LocalDate today(Handle handle, int hotelId) {
        return TodayStore.today(handle, hotelId)
                .orElseThrow(() -> Problem.notFound("hotel").exception());
    }

    private static List<StayLine> lines(Handle handle, int hotelId, List<Found> found) {
        var numbers = TodayStore.roomNumbers(
                handle,
                hotelId,
                found.stream().map(f -> f.reservation().reservationId()).toList());
        return found.stream()
                .map(f -> new StayLine(
                        BookingBody.present(f.reservation(), f.guest()),
                        numbers.getOrDefault(f.reservation().reservationId(), List.of())))
                .toList();
    }
}
