package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.PersonalDataViews;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Map;
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
    private final PersonalDataViews views;

    public RoomRackResource(Today today, PersonalDataViews views) {
        this.views = views;
        this.today = today;
    }

    @GET
    @Access(By.DESK)
    @Operation(
            operationId = "readRoomRack",
            summary = "Read the room rack",
            description = "For the desk: each room with who is in it and when it is out of order. 14 days unless said.")
    public TodayBodies.Rack read(
            @PathParam("hotelID") int hotelId,
            @QueryParam("startDate") @Nullable LocalDate startDate,
            @QueryParam("endDate") @Nullable LocalDate endDate,
            @Context SecurityContext who) {
        var rack = today.rack(hotelId, startDate, endDate, MOST_DAYS);
        views.list(
                Callers.of(who),
                Integer.toString(hotelId),
                "room rack",
                rack.people(),
                Map.of(
                        "startDate",
                        rack.startDate().toString(),
                        "endDate",
                        rack.endDate().toString()));
        return rack;
    }
}
