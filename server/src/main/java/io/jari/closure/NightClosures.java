package io.jari.closure;

import io.jari.closure.NightClosureBodies.NewNightClosure;
import io.jari.closure.NightClosureBodies.NightClosureBody;
import io.jari.core.stay.HotelClock;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.NightRangeResult;
import io.jari.db.Partition;
import io.jari.hotel.Hotel;
import io.jari.hotel.Hotels;
import io.jari.http.Idempotency;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.rate.NightStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Nights that a hotel cannot keep: not sold any more at once; who was to sleep there is canceled in the background. */
@ApplicationScoped
class NightClosures {
    private final Jdbi jdbi;
    private final Hotels hotels;
    private final Changes changes;
    private final NightStock stock;
    private final Idempotency idempotency;
    private final NightClosureWork work;

    NightClosures(
            DataSource dataSource,
            Hotels hotels,
            Changes changes,
            NightStock stock,
            Idempotency idempotency,
            NightClosureWork work) {
        this.jdbi = Jdbi.create(dataSource);
        this.hotels = hotels;
        this.changes = changes;
        this.stock = stock;
        this.idempotency = idempotency;
        this.work = work;
    }

    /** Once for each key. The sale has stopped and all that is to follow is written down when this returns. */
    Response close(String actor, int hotelId, String key, NewNightClosure wanted) {
        var hotel = hotels.find(hotelId);
        var nights = nights(wanted);
        var response = changes.of(
                Partition.hotel(hotelId),
                actor,
                change -> idempotency.once(
                        change.handle(),
                        actor,
                        "hotels/" + hotelId + "/night-closures",
                        key,
                        wanted,
                        () -> new Idempotency.Answer(201, close(change, hotel, hotelId, nights, wanted.reason()))));
        work.wake();
        return response;
    }

    private static NightRange nights(NewNightClosure wanted) {
        return switch (NightRange.of(wanted.startDate(), wanted.endDate())) {
            case NightRange nights -> nights;
            case NightRangeResult _ ->
                throw Problem.invalid(
                                "/endDate",
                                "must be 1 to %d days after startDate, of this time".formatted(NightRange.MAX_NIGHTS))
                        .exception();
        };
    }

    private NightClosureBody close(Change change, Hotel hotel, int hotelId, NightRange nights, String reason) {
        var today = today(change, hotel);
        if (nights.start().isBefore(today)) {
            throw Problem.invalid("/startDate", "must not be before the hotel's today, " + today)
                    .exception();
        }
        var stops = stock.nights(change.handle(), hotelId, nights.start(), nights.end()).stream()
                .filter(night -> !night.stopSale())
                .map(night -> new NightStock.Stop(night.roomTypeId(), night.date(), true))
                .toList();
        if (!stops.isEmpty()) {
            stock.stopSale(change, hotelId, stops);
        }
        var closure = NightClosureStore.insert(change, hotelId, nights, reason);
        change.journal(
                "hotel.nights-closed",
                hotel.hotelID(),
                "{\"n\":" + closure.n() + ",\"startDate\":\"" + nights.start() + "\",\"endDate\":\"" + nights.end()
                        + "\"}");
        return ClosureProgress.of(change.handle(), List.of(closure)).getFirst();
    }

    private static LocalDate today(Change change, Hotel hotel) {
        return new HotelClock(ZoneId.of(hotel.details().timeZone())).today(change.now());
    }

    /** The latest first, from before this one. */
    List<NightClosureBody> page(int hotelId, long before, int limit) {
        hotels.find(hotelId);
        return jdbi.withHandle(
                handle -> ClosureProgress.of(handle, NightClosureStore.page(handle, hotelId, before, limit)));
    }

    /** With what a person must see to. */
    NightClosureBody find(int hotelId, int n) {
        return jdbi.withHandle(handle -> {
            var closure = NightClosureStore.find(handle, hotelId, n)
                    .orElseThrow(() -> Problem.notFound("closure of nights").exception());
            return ClosureProgress.of(handle, List.of(closure))
                    .getFirst()
                    .with(ClosureProgress.forAPerson(handle, closure));
        });
    }
}
