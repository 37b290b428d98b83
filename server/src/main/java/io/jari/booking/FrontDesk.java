package io.jari.booking;

import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.rate.Tariff;
import io.jari.rate.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where staff change a stay: one transaction under the hotel's lock for each thing done. */
@ApplicationScoped
public class FrontDesk {
    private final Changes changes;
    private final Tariffs tariffs;

    public FrontDesk(Changes changes, Tariffs tariffs) {
        this.changes = changes;
        this.tariffs = tariffs;
    }

    /** Runs the work on the reservation as it stands; a problem thrown leaves everything as it was. */
    <T> T at(int hotelId, String reservationId, String actor, Function<DeskStay, T> work) {
        return changes.of(Partition.hotel(hotelId), actor, change -> work.apply(open(change, hotelId, reservationId)));
    }

    private DeskStay open(Change change, int hotelId, String reservationId) {
        var found = new ArrayList<Reservation>();
        try {
            var connection = change.handle().getConnection();
            var pipeline = new Pipeline();
            BookingStore.reservations(
                    pipeline,
                    List.of(new BookingStore.Key(hotelId, reservationId)),
                    BookingStore.Lock.NONE,
                    found::add);
            pipeline.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("reservation " + reservationId, e);
        }
        if (found.isEmpty()) {
            throw BookingProblems.noReservation().exception();
        }
        return new DeskStay(change, found.getFirst(), tariff(change.handle(), hotelId));
    }

    private Tariff tariff(Handle handle, int hotelId) {
        try {
            return tariffs.at(handle.getConnection(), hotelId, DeskStore.ratesVersion(handle, hotelId));
        } catch (SQLException e) {
            throw new IllegalStateException("tariff of hotel " + hotelId, e);
        }
    }
}
