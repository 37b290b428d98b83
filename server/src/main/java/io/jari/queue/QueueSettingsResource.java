package io.jari.queue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.http.InternalListener;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.queue.QueueBodies.LiveBody;
import io.jari.queue.QueueBodies.Opening;
import io.jari.queue.QueueBodies.QueueBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A date's waiting room, as staff run it. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/queue")
@Tag(name = "Waiting room")
@RunOnVirtualThread
class QueueSettingsResource {
    private final QueueEdits edits;
    private final QueueNotices notices;
    private final InternalListener internal;
    private final RoutingContext routing;

    QueueSettingsResource(QueueEdits edits, QueueNotices notices, InternalListener internal, RoutingContext routing) {
        this.edits = edits;
        this.notices = notices;
        this.internal = internal;
        this.routing = routing;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "readQueue",
            summary = "Read how people come to a date's seats",
            description =
                    "With all that is needed to check a draw, to guests as it was a second ago. 404: there never was a queue, and everybody may come.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    public Response read(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return internal.received(routing) ? answer(edits.find(concertId, dateId)) : told(concertId, dateId);
    }

    /** Many guests ask at one moment: the database is asked for all of them once a second. */
    private Response told(int concertId, int dateId) {
        var notice = notices.withVersion(dateId)
                .filter(known -> known.concertId().equals(OptionalInt.of(concertId)))
                .orElseThrow(() -> Problem.notFound("queue").exception());
        return answer(notice.body(), notice.version());
    }

    @PUT
    @Access(By.ORGANISER)
    @Internal
    @Operation(operationId = "changeQueue", summary = "Make or change a date's queue", description = """
                    For the concert's organiser. Needs If-Match where there is one already. Rates may change at any time, also while people
                    wait; what a draw was announced with may not once its list is frozen.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    @APIResponse(responseCode = "409", description = "too-late")
    public Response set(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid QueueSettings settings) {
        return answer(edits.set(Callers.of(who).actor(), concertId, dateId, ifMatch, settings));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/pause")
    @Operation(
            operationId = "pauseQueue",
            summary = "Admit nobody for now",
            description = "For the concert's organiser. Those who were admitted may come in, those inside go on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    public Response pause(
            @Context SecurityContext who, @PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return answer(edits.pause(Callers.of(who).actor(), concertId, dateId, true));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/resume")
    @Operation(
            operationId = "resumeQueue",
            summary = "Admit people again",
            description = "For the concert's organiser.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    public Response resume(
            @Context SecurityContext who, @PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return answer(edits.pause(Callers.of(who).actor(), concertId, dateId, false));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/opening")
    @Operation(operationId = "openQueue", summary = "Open now, or complete a draw", description = """
                    For the concert's organiser. Without publicValue the queue opens now, if it has not yet. With it, a draw whose list is
                    frozen gets the value it waits for, and its order stands.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    @APIResponse(responseCode = "409", description = "not-frozen, drawn")
    public Response open(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid Opening opening) {
        return answer(edits.open(Callers.of(who).actor(), concertId, dateId, opening));
    }

    @GET
    @Access(By.ORGANISER)
    @Internal
    @Path("/live")
    @Operation(
            operationId = "readQueueLive",
            summary = "See a queue live",
            description = "For the concert's organiser: who waits, who is inside, how fast it goes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LiveBody.class)))
    public Response live(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return Response.ok(edits.live(concertId, dateId)).build();
    }

    private static Response answer(QueueRow queue) {
        return answer(QueueBody.of(queue), queue.settingsVersion());
    }

    private static Response answer(QueueBody body, int version) {
        return Response.ok(body).tag(Versions.tag(version)).build();
    }
}
