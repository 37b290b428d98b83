package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.booking.DeskBodies.Housekeeping;
import io.jari.db.Partition;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import io.jari.rate.Tariffs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a guest can walk in. */
@Path("/v1/hotels/{hotelID}/rooms")
@Tag(name = "Front desk")
@RunOnVirtualThread
public class HousekeepingResource {
    private final Changes changes;
    private final Tariffs tariffs;

    public HousekeepingResource(Changes changes, Tariffs tariffs) {
        this.changes = changes;
        this.tariffs = tariffs;
    }

    @PUT
    @Access(By.DESK)
    @Internal
    @Path("/{roomID}/housekeeping")
    @Operation(
            operationId = "setHousekeeping",
            summary = "Say whether a room is clean",
            description = "For the desk. A check-out makes it dirty.")
    public Housekeeping clean(
            @PathParam("hotelID") int hotelId,
            @PathParam("roomID") int roomId,
            @NotNull @Valid Housekeeping wanted,
            @Context SecurityContext who) {
        var actor = Callers.of(who).actor();
        if (tariffs.recent(hotelId).roomTypes().isEmpty()) {
            throw Problem.notFound("room").exception();
        }
        return changes.of(Partition.hotel(hotelId), actor, change -> {
            boolean before = DeskRoomStore.clean(change.handle(), hotelId, roomId, wanted.clean())
                    .orElseThrow(() -> Problem.notFound("room").exception());
            change.journal(
                    "room.housekeeping", Integer.toString(roomId), Difference.of("clean", before, wanted.clean()));
            return wanted;
        });
    }
}
