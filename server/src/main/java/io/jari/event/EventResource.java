package io.jari.event;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened, for other programs. */
@Internal
@Path("/v1/events")
@Tag(name = "Events")
class EventResource {
    private static final int MOST_TYPES_CHARACTERS = 2_000;
    private final EventFeed feed;

    EventResource(EventFeed feed) {
        this.feed = feed;
    }

    @Access(value = By.STAFF, bySubject = true)
    @GET
    @NonBlocking
    @Operation(operationId = "listEvents", summary = "What happened, in order", description = """
                    For administrators; managers and organisers see what is of their hotels and concerts. Begin with after=0, and go on with
                    after=next of the answer, also where it was empty: no event is missed or comes twice, whatever happens in between. Numbers
                    rise, events of one subject come in their order, and are kept as long as the journal. With wait, an answer that would be
                    empty waits so many seconds for an event. The types are those of GET /v1/events/types.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EventFeed.Page.class)))
    @APIResponse(responseCode = "503", description = "Too many are waiting")
    public CompletionStage<EventFeed.Page> list(
            @Context SecurityContext who,
            @QueryParam("after") @DefaultValue("0") @Min(0) @Max(Long.MAX_VALUE / 2) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Parameter(
                            description = "Names with commas between; all when left out",
                            example = "hold.sold,hold.refunded")
                    @QueryParam("types")
                    @Size(max = MOST_TYPES_CHARACTERS)
                    @Nullable
                    String types,
            @QueryParam("hotelID") @Nullable @Min(1) Integer hotelId,
            @QueryParam("concertID") @Nullable @Min(1) Integer concertId,
            @Parameter(description = "Seconds") @QueryParam("wait") @DefaultValue("0") @Min(0) @Max(30) int wait) {
        var sight = sight(who, hotelId, concertId);
        return feed.page(new EventFeed.Wish(after, limit, types(types), sight), Duration.ofSeconds(wait));
    }

    @Access(By.STAFF)
    @GET
    @Path("/types")
    @RunOnVirtualThread
    @Operation(
            operationId = "listEventTypes",
            summary = "The types of events",
            description = "For staff. Each with what it says.\n\ntype | what it says\n--- | ---\n" + EventTypes.TABLE)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EventTypes.TypeBody[].class)))
    public Response types(@Context SecurityContext who) {
        return Response.ok(EventTypes.list()).build();
    }

    private static Sight sight(SecurityContext who, @Nullable Integer hotelId, @Nullable Integer concertId) {
        if (hotelId != null && concertId != null) {
            throw Problem.invalid("concertID", "give hotelID or concertID, not both")
                    .exception();
        }
        if (hotelId != null) {
            Callers.staff(who, Role.MANAGER, Scope.hotel(hotelId));
            return Sight.hotel(hotelId);
        }
        if (concertId != null) {
            Callers.staff(who, Role.ORGANISER, Scope.concert(concertId));
            return Sight.concert(concertId);
        }
        var sight = Sight.of(Callers.of(who));
        if (sight.isEmpty()) {
            Callers.administrator(who);
        }
        return sight;
    }

    private static List<String> types(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.copyOf(EventTypes.names());
        }
        var types = List.of(text.split(",", -1));
        for (var type : types) {
            if (!EventTypes.isOffered(type)) {
                throw Problem.invalid("types", "there is no type \"" + type + "\"; see GET /v1/events/types")
                        .exception();
            }
        }
        return types;
    }
}
