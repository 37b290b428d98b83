package io.jari.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.cache.AnswerCache;
import io.jari.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is free, and at what price. */
@Path("/v1/hotels/{hotelID}/availability")
@Tag(name = "Hotels")
public class AvailabilityResource {
    private static final String TYPE = "application/json;charset=UTF-8";
    private final FreeRooms freeRooms;
    private final AnswerCache answers;
    private final ObjectWriter json;

    public AvailabilityResource(FreeRooms freeRooms, AnswerCache answers, ObjectMapper json) {
        this.freeRooms = freeRooms;
        this.answers = answers;
        this.json = json.writerFor(AvailabilityBody.class);
    }

    // Texts, not dates and numbers: what cannot be read is then 400 and names its parameter.
    @GET
    @Access(By.ANYBODY)
    @NonBlocking
    @Operation(
            operationId = "readAvailability",
            summary = "What is free, and at what price",
            description =
                    "Each room type and night with its price and why it is what it is, or why the night cannot be sold. Answered from memory, at most a second old.")
    @APIResponse(
            responseCode = "200",
            description = "Room types in the order of their rank",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AvailabilityBody.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be right; errors names it")
    @APIResponse(responseCode = "404", description = "No such hotel")
    public CompletionStage<Response> availability(
            @PathParam("hotelID") @Parameter(example = "1") String hotel,
            @QueryParam("startDate") @Parameter(required = true, example = "2027-05-01") @Nullable String startDate,
            @QueryParam("endDate")
                    @Parameter(
                            required = true,
                            description = "The day of departure, at most 60 later",
                            example = "2027-05-03")
                    @Nullable
                    String endDate,
            @QueryParam("rooms") @DefaultValue("1") @Parameter(description = "1 to 100", example = "1") String rooms,
            @QueryParam("guests")
                    @Parameter(description = "Leaves out types whose rooms do not sleep so many")
                    @Nullable
                    String guests,
            @Context RoutingContext routing) {
        var nights = StayParameters.nights(startDate, endDate);
        var howMany = StayParameters.rooms(rooms);
        var howManyGuests = guests == null ? null : StayParameters.guests(guests);
        var hotelId = StayParameters.hotel(hotel);
        var mayStillBeTold = freeRooms.mayStillBeTold(hotelId);
        return freeRooms
                .of(hotelId, nights, howMany, howManyGuests)
                .thenApply(found -> found.map(body -> kept(body, routing.request(), mayStillBeTold))
                        .orElseGet(() -> Problem.notFound("hotel").response()));
    }

    private Response kept(AvailabilityBody body, HttpServerRequest request, BooleanSupplier mayStillBeTold) {
        try {
            var bytes = json.writeValueAsBytes(body);
            answers.keep(request, Map.of(HttpHeaders.CONTENT_TYPE, TYPE), bytes, mayStillBeTold);
            return Response.ok(bytes, TYPE).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
