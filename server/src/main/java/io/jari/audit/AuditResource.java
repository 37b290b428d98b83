package io.jari.audit;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.db.Partition;
import io.jari.http.Cursor;
import io.jari.http.InternalListener;
import io.jari.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, when. */
@Path("/v1/journal")
@Tag(name = "Journal")
@RunOnVirtualThread
public class AuditResource {
    private static final String CSV = "text/csv";
    private static final String WORD = "[!-~]{1,100}";
    private final AuditTrail trail;
    private final InternalListener internal;

    public AuditResource(AuditTrail trail, InternalListener internal) {
        this.trail = trail;
        this.internal = internal;
    }

    /** A part of the journal. */
    @Schema(name = "JournalPage")
    public record Page(List<AuditEntry> entries) {}

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(operationId = "readJournal", summary = "Who did what, when", description = """
                    Newest first; Link rel=next leads on. Everybody sees what concerns their own account. On the internal listener the hotel's staff see
                    what concerns it by hotelID, the concert's organisers by concertID, and administrators anything. With Accept: text/csv all that matches, at most 1,000,000
                    lines, as a file.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of it, or all of it as CSV",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page.class)),
                @Content(mediaType = CSV)
            })
    @APIResponse(responseCode = "403", description = "Another's")
    @APIResponse(responseCode = "422", description = "search-too-broad")
    public Response read(
            @QueryParam("hotelID") @Nullable @Min(1) Integer hotelId,
            @QueryParam("concertID") @Nullable @Min(1) Integer concertId,
            @QueryParam("accountID") @Nullable @Min(1) Long accountId,
            @QueryParam("actor") @Nullable @Pattern(regexp = WORD) @Parameter(example = "account:7") String actor,
            @QueryParam("action") @Nullable @Pattern(regexp = WORD) @Parameter(example = "rate.changed") String action,
            @QueryParam("subject") @Nullable @Pattern(regexp = WORD) String subject,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("until") @Nullable @Parameter(description = "Not included") Instant until,
            @QueryParam("cursor") @Nullable @Size(max = 200) String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context SecurityContext who,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context RoutingContext routing) {
        var caller = Callers.of(who);
        var inside = internal.received(routing);
        var sight = sight(who, inside, hotelId, concertId, accountId);
        var query = new AuditQuery(actor, action, subject, from, until);
        var veiled = !inside || !caller.staff();
        if (wantsCsv(headers)) {
            return file(sight, query, veiled ? caller : null);
        }
        var page = trail.page(sight, query, AuditPlace.parse(cursor), limit);
        var next = page.size() == limit ? page.getLast().place().cursor() : null;
        var told = veiled ? page.stream().map(e -> e.veiledFrom(caller.actor())).toList() : page;
        return Cursor.page(new Page(told), next, uri);
    }

    private Sight sight(
            SecurityContext who,
            boolean inside,
            @Nullable Integer hotelId,
            @Nullable Integer concertId,
            @Nullable Long accountId) {
        if (Stream.of(hotelId, concertId, accountId).filter(Objects::nonNull).count() > 1) {
            throw Problem.invalid("hotelID", "one of hotelID, concertID and accountID")
                    .exception();
        }
        if (!inside && (hotelId != null || concertId != null)) {
            throw Problem.of(403, "not-allowed", "Not allowed")
                    .detail("Here everybody sees what concerns their own account.")
                    .exception();
        }
        var rights = Callers.of(who).rights();
        if (hotelId != null) {
            if (!rights.allows(Role.REVENUE, hotelId)) {
                Callers.staff(who, Role.DESK, hotelId);
            }
            return new Sight.Of(List.of(Partition.hotel(hotelId)));
        }
        if (concertId != null) {
            Callers.staff(who, Role.ORGANISER, Scope.concert(concertId));
            return new Sight.Of(trail.ofConcert(concertId));
        }
        return ofAccount(who, inside && rights.allows(Role.ADMINISTRATOR, Scope.ALL), accountId);
    }

    private static Sight ofAccount(SecurityContext who, boolean all, @Nullable Long accountId) {
        if (all) {
            return accountId == null ? new Sight.All() : new Sight.Of(List.of(Partition.account(accountId)));
        }
        var own = Callers.signedIn(who).accountId();
        if (accountId != null && accountId != own) {
            throw Problem.of(403, "not-allowed", "Not allowed")
                    .detail("This is another's account.")
                    .exception();
        }
        return new Sight.Of(List.of(Partition.account(own)));
    }

    /** @param veiledFor whoever is not told which of the staff did it */
    private Response file(Sight sight, AuditQuery query, @Nullable Caller veiledFor) {
        StreamingOutput lines = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            var csv = new AuditCsv(writer);
            csv.head();
            trail.export(sight, query, e -> csv.entry(veiledFor == null ? e : e.veiledFrom(veiledFor.actor())));
            writer.flush();
        };
        return Response.ok(lines, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean wantsCsv(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }
}
