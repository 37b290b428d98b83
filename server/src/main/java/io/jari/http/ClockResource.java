package io.jari.http;

import io.jari.db.Mode;
import io.jari.db.MovableClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database's time, which a demo may move, for tests and replays. In production it does not exist. */
@Path("/v1/clock")
@Internal
@RunOnVirtualThread
public final class ClockResource {
    private final MovableClock clock;
    private final Mode mode;

    @Inject
    ClockResource(DataSource database, @ConfigProperty(name = "jari.mode") String mode) {
        this.clock = new MovableClock(database);
        this.mode = Mode.of(mode);
    }

    public record Time(@NotNull Instant now) {}

    @GET
    public Time get() throws SQLException {
        demoOnly();
        return new Time(clock.now());
    }

    @PUT
    public Time moveTo(@NotNull @Valid Time time) throws SQLException {
        demoOnly();
        clock.moveTo(time.now());
        return new Time(clock.now());
    }

    private void demoOnly() {
        if (mode != Mode.DEMO) {
            throw CommonProblems.of(404).exception();
        }
    }
}
