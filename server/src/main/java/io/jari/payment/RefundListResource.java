package io.jari.payment;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.payment.RefundBodies.RefundList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of all money that goes back. */
@Internal
@Path("/v1/refunds")
@Tag(name = "Refunds")
@RunOnVirtualThread
public class RefundListResource {
    private final RefundQueue queue;

    RefundListResource(RefundQueue queue) {
        this.queue = queue;
    }

    @GET
    @Access(value = By.STAFF, bySubject = true)
    @Operation(operationId = "listRefunds", summary = "Refunds, above all those for a person", description = """
                    For the desk with hotelID, for organisers with concertID, else for administrators. Without status those that only a person can bring to their end:
                    failed ones and what the desk owes. The longest waiting first; Link rel=next leads on.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of refunds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RefundList.class)))
    public Response list(
            @QueryParam("hotelID") @Nullable @Min(1) Integer hotelId,
            @QueryParam("concertID") @Nullable @Min(1) Integer concertId,
            @QueryParam("status") @Nullable @Pattern(regexp = "failed|requested|done|desk") String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var page = queue.page(allowed(who, hotelId, concertId), status, cursor, limit);
        return Cursor.page(new RefundList(page.refunds()), page.next(), uri);
    }

    private static @Nullable Scope allowed(
            SecurityContext who, @Nullable Integer hotelId, @Nullable Integer concertId) {
        if (hotelId != null && concertId != null) {
            throw Problem.invalid("concertID", "either this or hotelID").exception();
        }
        if (hotelId != null) {
            Callers.staff(who, Role.DESK, hotelId);
            return Scope.hotel(hotelId);
        }
        if (concertId != null) {
            Callers.staff(who, Role.ORGANISER, Scope.concert(concertId));
            return Scope.concert(concertId);
        }
        Callers.administrator(who);
        return null;
    }
}
