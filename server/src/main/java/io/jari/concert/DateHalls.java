package io.jari.concert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.core.seat.SeatPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** How the halls of dates are drawn. Read anew each time: whoever needs one often keeps what it makes of it. */
@ApplicationScoped
public class DateHalls {
    private static final JsonMapper JSON = new JsonMapper();
    private final DataSource dataSource;

    public DateHalls(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Its seats in the order of their numbers; empty when there is no such date. Blocks. */
    public Optional<SeatPlan> of(int dateId) {
        try (var connection = dataSource.getConnection()) {
            return DateHallStore.json(connection, dateId).map(json -> read(dateId, json));
        } catch (SQLException e) {
            throw new IllegalStateException("plan of date " + dateId, e);
        }
    }

    private static SeatPlan read(int dateId, String json) {
        try {
            return PlanReading.read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the plan of date %d was read before it was stored".formatted(dateId), e);
        }
    }
}
