package io.jari.ticket;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.ticket.DoorBodies.CheckInBody;
import io.jari.ticket.DoorLinkBodies.LinkedDoor;
import io.jari.ticket.DoorLinkBodies.NewLinkedCheckIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A door without an account: the link says at which date and gate. */
@Path("/v1/door-check-ins")
@Tag(name = "Doors")
@RunOnVirtualThread
class LinkedCheckInResource {
    static final String HEADER = "Door-Link";
    private static final String ENDED = "door-link-not-good: revoked, past its time, or none";

    private final DoorLinks links;

    LinkedCheckInResource(DoorLinks links) {
        this.links = links;
    }

    @POST
    @Access(By.ANYBODY)
    @Operation(operationId = "checkTicketInByLink", summary = "Check a ticket in by a link", description = """
                    For whoever has a link of createDoorLink, whose token the header Door-Link brings; on both listeners. The link's date and
                    gate count. Otherwise as checkTicketIn: result is valid once for each ticket. Ten a second, 50 at once.""")
    @APIResponse(
            responseCode = "200",
            description = "Whether whoever shows it may come in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckInBody.class)))
    @APIResponse(responseCode = "401", description = ENDED)
    @APIResponse(responseCode = "409", description = "several-tickets: that end in these six characters")
    @APIResponse(responseCode = "503", description = "Overloaded, not executed, or outcome unknown: ask again")
    public Response checkIn(
            @Parameter(required = true) @HeaderParam(HEADER) @Nullable String link,
            @NotNull @Valid NewLinkedCheckIn shown) {
        return links.checkIn(link, shown.token().strip());
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "readLinkedDoor",
            summary = "What a link to a door is for",
            description = "For whoever has the link: its date and gate, and how many are in.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkedDoor.class)))
    @APIResponse(responseCode = "401", description = ENDED)
    public LinkedDoor door(@Parameter(required = true) @HeaderParam(HEADER) @Nullable String link) {
        return links.door(link);
    }
}
