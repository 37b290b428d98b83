package io.jari.seat;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.seat.SeatJournal.JournalBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who had a seat, when, and what became of it. */
@Internal
@Path("/v1/concerts/{concertID}/dates/{dateID}/seats/{seatID}/journal")
@Tag(name = "Seats")
@RunOnVirtualThread
class SeatJournalResource {
    private final SeatJournal journal;

    SeatJournalResource(SeatJournal journal) {
        this.journal = journal;
    }

    @GET
    @Access(By.ORGANISER)
    @Operation(operationId = "readSeatJournal", summary = "All that happened to a seat", description = """
                    For organisers. Who did what, and when, the oldest first; Link rel=next leads on.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JournalBody.class)))
    public Response page(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @PathParam("seatID") String seatId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var page = journal.page(concertId, dateId, seatId, cursor, limit);
        return Cursor.page(page.body(), page.next(), uri);
    }
}
