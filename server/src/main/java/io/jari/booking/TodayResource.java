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

/** A hotel's day. */
@Path("/v1/hotels/{hotelID}/today")
@Tag(name = "Front desk")
@Internal
@RunOnVirtualThread
public class TodayResource {
    private final Today today;
    private final PersonalDataViews views;

    public TodayResource(Today today, PersonalDataViews views) {
        this.views = views;
        this.today = today;
    }

    @GET
    @Access(By.DESK)
    @Operation(operationId = "readToday", summary = "Read a hotel's day", description = """
                    For the desk: who comes, who leaves, who should have come, how the rooms are, and which of the next nights are
                    oversold. Who is in the house and the rooms' state are as of now, also for another date.""")
    public TodayBodies.Today read(
            @PathParam("hotelID") int hotelId,
            @QueryParam("date") @Nullable LocalDate date,
            @Context SecurityContext who) {
        var day = today.of(hotelId, date);
        views.list(
                Callers.of(who),
                Integer.toString(hotelId),
                "hotel's day",
                day.people(),
                Map.of("date", day.date().toString()));
        return day;
    }
}
