package io.jari.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/concerts/{concertID}/seat-plans")
@Tag(name = "Concerts")
@RunOnVirtualThread
class SeatPlanResource {
    private static final String EXAMPLE = """
                    {"name": "Small hall", "categories": [{"name": "R", "color": "#d33"}],
                    "zones": [{"name": "Stalls", "position": {"x": 0, "y": 0}, "rows": [{"row_number": "1",
                    "position": {"x": 0, "y": 0}, "seats": [{"seat_guid": "R-1-1", "seat_number": "1",
                    "position": {"x": 0, "y": 0}, "category": "R"}]}], "areas": []}], "size": {"width": 100, "height": 100}}
                    """;
    private final SeatPlans plans;

    SeatPlanResource(SeatPlans plans) {
        this.plans = plans;
    }

    @POST
    @Access(By.ORGANISER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "importSeatPlan", summary = "Import a seat plan", description = """
                    For the concert's organiser. pretix's seating-plan JSON, up to 60,000 seats and 16 MB: name, categories \
                    [name, color], zones [name, position, rows [row_number, position, seats [seat_guid, seat_number, position, \
                    category]], areas], size. A row's position counts from its zone's, a seat's from its row's. Other fields \
                    are kept and given back. Errors name the JSON pointer, 50 at most.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, examples = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StoredPlan.class)))
    public Response take(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            byte[] plan)
            throws IOException {
        var caller = Callers.of(who);
        return plans.take(caller.actor(), concertId, key, plan);
    }

    @POST
    @Access(By.ORGANISER)
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewSeatPlan",
            summary = "See what a seat plan would be",
            description =
                    "For the concert's organiser. Reads it as importSeatPlan does, with the same errors, and stores nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, examples = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanPreview.class)))
    public PlanPreview preview(@PathParam("concertID") int concertId, byte[] plan) throws IOException {
        return SeatPlans.preview(plan);
    }

    @GET
    @Access(By.ORGANISER)
    @Operation(operationId = "listSeatPlans", summary = "List seat plans")
    public List<StoredPlan> list(@PathParam("concertID") int concertId) {
        return plans.list(concertId);
    }

    @GET
    @Access(By.ORGANISER)
    @Path("/{planID}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportSeatPlan",
            summary = "Export a seat plan",
            description = "The JSON that was imported.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response export(@PathParam("concertID") int concertId, @PathParam("planID") int planId) {
        return Response.ok(plans.json(concertId, planId)).build();
    }
}
