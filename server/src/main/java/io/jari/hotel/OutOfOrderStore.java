package io.jari.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OutOfOrderStore {
    private final Jdbi jdbi;

    OutOfOrderStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** The latest first. */
    List<OutOfOrder> page(int hotelId, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from out_of_order where hotel_id = :hotel and out_of_order_id < :before
                         order by out_of_order_id desc limit :limit
                        """)
                .bind("hotel", hotelId)
                .bind("before", before)
                .bind("limit", limit)
                .map(OutOfOrderStore::outOfOrder)
                .list());
    }

    static Optional<OutOfOrder> find(Handle handle, int hotelId, int id) {
        return handle.createQuery("select * from out_of_order where hotel_id = :hotel and out_of_order_id = :id")
                .bind("hotel", hotelId)
                .bind("id", id)
                .map(OutOfOrderStore::outOfOrder)
                .findOne();
    }

    static OutOfOrder insert(Handle handle, int hotelId, NewOutOfOrder wanted, Instant now) {
        return handle.createQuery("""
                        insert into out_of_order (hotel_id, out_of_order_id, room_id, start_date, end_date, reason, created_at)
                        select :hotel, coalesce(max(out_of_order_id), 0) + 1, :room, :start, :end, :reason, :now
                          from out_of_order where hotel_id = :hotel
                        returning *
                        """)
                .bind("hotel", hotelId)
                .bind("room", wanted.roomId())
                .bind("start", wanted.startDate())
                .bind("end", wanted.endDate())
                .bind("reason", wanted.reason())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(OutOfOrderStore::outOfOrder)
                .one();
    }

    static void lift(Handle handle, int hotelId, int id, Instant now) {
        handle.execute(
                "update out_of_order set ended_at = ? where hotel_id = ? and out_of_order_id = ?",
                now.atOffset(ZoneOffset.UTC),
                hotelId,
                id);
    }

    private static OutOfOrder outOfOrder(ResultSet row, StatementContext context) throws SQLException {
        return new OutOfOrder(
                Integer.toString(row.getInt("out_of_order_id")),
                Integer.toString(row.getInt("room_id")),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
