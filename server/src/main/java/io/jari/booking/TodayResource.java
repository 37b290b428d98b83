package io.jari.booking;

import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A hotel's day. */
@Path("/v1/hotels/{hotelID}/today")
@Tag(name = "Front desk")
@Internal
@RunOnVirtualThread
public class TodayResource {
    private final Today today;

    public TodayResource(Today today) {
        this.today = today;
    }

    @GET
    @Operation(summary = "Read a hotel's day", description = """
                    For the desk: who comes, who leaves, who should have come, how the rooms are, and which of the next nights are
                    oversold. Who is in the house and the rooms' state are as of now, also for another date.""")
    public TodayBodies.Today read(
            @PathParam("hotelID") int hotelId,
            @QueryParam("date") @Nullable LocalDate date,
            @Context SecurityContext who) {
        Callers.staff(who, Role.DESK, hotelId);
        return today.of(hotelId, date);
    }
}
