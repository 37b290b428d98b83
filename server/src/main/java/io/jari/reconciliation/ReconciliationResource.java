package io.jari.reconciliation;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.reconciliation.ReconciliationBodies.DifferenceBody;
import io.jari.reconciliation.ReconciliationBodies.ResultBody;
import io.jari.reconciliation.ReconciliationBodies.ResultsBody;
import io.jari.reconciliation.ReconciliationBodies.Settlement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Where providers' logs and our payments differ. */
@Path("/v1")
@Tag(name = "Reconciliation")
@Internal
@RunOnVirtualThread
public class ReconciliationResource {
    private final Reconciliations reconciliations;
    private final Differences differences;

    ReconciliationResource(Reconciliations reconciliations, Differences differences) {
        this.reconciliations = reconciliations;
        this.differences = differences;
    }

    @GET
    @Access(By.ADMINISTRATOR)
    @Path("/payment-differences")
    @Operation(
            operationId = "listPaymentDifferences",
            summary = "Where providers' logs and our payments differ",
            description = "For administrators. Newest first; Link rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DifferenceBody[].class)))
    public Response list(
            @QueryParam("state") @Nullable @Pattern(regexp = "looking|open|explained|settled") String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.after(cursor);
        var page = differences.page(before, state, limit).stream()
                .map(DifferenceBody::of)
                .toList();
        return Cursor.page(page, limit, uri, d -> Long.parseLong(d.differenceId()));
    }

    @PUT
    @Access(By.ADMINISTRATOR)
    @Path("/payment-differences/{differenceID}/settlement")
    @Operation(operationId = "settlePaymentDifference", summary = "Settle a difference", description = """
                    For administrators: how a person saw to it. An attempt that has not ended is over by that, and whoever pays may
                    begin another.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DifferenceBody.class)))
    @APIResponse(responseCode = "404", description = "No such difference")
    @APIResponse(responseCode = "409", description = "difference-over: settled otherwise, or explained by itself")
    public DifferenceBody settle(
            @Context SecurityContext who,
            @PathParam("differenceID") long differenceId,
            @NotNull @Valid Settlement settlement) {
        var caller = Callers.of(who);
        return DifferenceBody.of(differences.settle(caller.actor(), differenceId, settlement.how()));
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Path("/reconciliations")
    @Operation(operationId = "reconcile", summary = "Compare now", description = """
                    For administrators. Reads each provider's log on, and compares all of it with all payments, both ways. Captures of
                    which nothing was known here are seen to at once.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResultsBody.class)))
    public ResultsBody reconcile() {
        return new ResultsBody(
                reconciliations.now().stream().map(ResultBody::of).toList());
    }
}
