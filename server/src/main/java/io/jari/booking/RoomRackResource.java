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

/** Rooms by nights. */
@Path("/v1/hotels/{hotelID}/room-rack")
@Tag(name = "Front desk")
@Internal
@RunOnVirtualThread
public class RoomRackResource {
    private static final int MOST_DAYS = 92;
    private final Today today;

    public RoomRackResource(Today today) {
        this.today = today;
    }

    @GET
    @Operation(
            summary = "Read the room rack",
            description = "For the desk: each room with who is in it and when it is out of order. 14 days unless said.")
    public TodayBodies.Rack read(
            @PathParam("hotelID") int hotelId,
            @QueryParam("startDate") @Nullable LocalDate startDate,
            @QueryParam("endDate") @Nullable LocalDate endDate,
            @Context SecurityContext who) {
        Callers.staff(who, Role.DESK, hotelId);
        return today.rack(hotelId, startDate, endDate, MOST_DAYS);
    }
}
