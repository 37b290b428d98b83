package io.jari.booking;

import io.jari.booking.BookingBodies.DeskPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Money that a hotel's desk took, and gave back over the counter. */
@ApplicationScoped
public class DeskPayments {
    private final Jdbi jdbi;

    public DeskPayments(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** In the order in which it moved. */
    public List<DeskPayment> of(int hotelId, String reservationId) {
        return jdbi.withHandle(handle -> DeskStore.payments(handle, hotelId, reservationId));
    }
}
