package io.jari.concert;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.core.seat.HallPlan;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/hall-plans")
@Tag(name = "Concerts")
@RunOnVirtualThread
class HallPlanResource {

    @GET
    @Access(By.STAFF)
    @Operation(
            operationId = "drawHallPlan",
            summary = "Draw a hall",
            description =
                    "For staff. pretix's seating-plan JSON of a hall with exactly so many seats, ready to be imported. The same wish gives the same hall.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response draw(
            @Parameter(example = "15000", required = true)
                    @QueryParam("seats")
                    @DefaultValue("0")
                    @Min(1)
                    @Max(HallPlan.MOST_SEATS)
                    int seats,
            @Parameter(example = "2") @QueryParam("balconies") @DefaultValue("0") @Min(0) @Max(HallPlan.MOST_BALCONIES)
                    int balconies) {
        JsonNode plan = PlanWriting.json(HallPlan.of(seats, balconies));
        return Response.ok(plan).build();
    }
}
