package io.jari.sale;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sale of a date as it goes. */
@Internal
@Path("/v1/concerts/{concertID}/dates/{dateID}/live")
@Tag(name = "Concerts")
@RunOnVirtualThread
class DateLiveResource {
    private final DateLives lives;

    DateLiveResource(DateLives lives) {
        this.lives = lives;
    }

    @GET
    @Access(By.ORGANISER)
    @Operation(
            operationId = "readDateLive",
            summary = "See a sale live",
            description =
                    "For the concert's organiser: seats, payments, money and the waiting room. Counted once a second for all who ask.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DateLive.class)))
    @APIResponse(responseCode = "404", description = "No such date of this concert")
    public DateLive live(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return lives.of(concertId, dateId);
    }
}
