package io.jari.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the seats of a date are. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/plan")
@Tag(name = "Concerts")
@RunOnVirtualThread
class DatePlanResource {
    private static final Pattern GZIP = Pattern.compile("(^|[,\\s])(gzip|\\*)\\s*(?!;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final DatePlans plans;

    DatePlanResource(DatePlans plans) {
        this.plans = plans;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "findDatePlan",
            summary = "Find the present geometry of a date",
            description = "Leads to the date's planURL.")
    @APIResponse(responseCode = "307", description = "Location: the planURL")
    @APIResponse(responseCode = "404", description = "No such date")
    public Response present(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        var hash = plans.hash(concertId, dateId);
        return Response.status(Response.Status.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, ConcertDate.planURL(concertId, dateId, hash))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{hash}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readDatePlan", summary = "Read the geometry of a date", description = """
                    For maps; never changes, so it may be kept for ever. Prices, marks and names change the hash and with it the \
                    address. `width`, `height`, `x`, `y` and `points` are whole numbers, `scale` of them to the plan's unit; x \
                    runs to the right, y downwards. `categories` [name, color, price in minor units]; `marks`: the numbers of \
                    the seats that are wheelchair, companion or restricted_view. `zones` [name, areas, rows]. Seats have no \
                    object each: a row holds lists, one entry a seat. `numbers`: what is written on the seats. `idPrefix`: a \
                    seatID is this and the seat's number; or `ids`: the seatIDs. `x` and `y`: the first seat's middle, then \
                    each one's distance from the one before it. `category`: of all seats of the row; or `categories`: of each; \
                    they count from 0. Seats are numbered from 0 as they stand here, zone by zone, row by row; the live map and \
                    `marks` use these numbers. `areas` [shape, x, y, width, height, rotation in degrees, points (x and y in \
                    turn, from the area's position), color, text] are drawn and not sold; circles and ellipses lie around x, y, \
                    rectangles begin there.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "404",
            description = "No such date, or not its geometry any more: planURL says where it is")
    public Response read(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted,
            @Context Request request) {
        var drawn = plans.drawn(concertId, dateId, hash);
        var zipped = accepted != null && GZIP.matcher(accepted).find();
        var tag = new EntityTag(zipped ? hash + "-gzip" : hash);
        var unchanged = Versions.unchanged(request, tag);
        var response = unchanged != null ? unchanged : Response.ok(zipped ? drawn.gzip() : drawn.plain());
        if (zipped && unchanged == null) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }
}
