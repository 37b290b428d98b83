package io.jari.account;

import io.jari.account.Access.By;
import io.jari.account.FactorBodies.BothBody;
import io.jari.account.FactorBodies.CodeBody;
import io.jari.account.FactorBodies.EnrolmentBody;
import io.jari.account.FactorBodies.RecoveryBody;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/second-factor")
@Tag(name = "Staff")
@RunOnVirtualThread
class SecondFactorResource {
    private final Enrolling enrolling;

    SecondFactorResource(Enrolling enrolling) {
        this.enrolling = enrolling;
    }

    @Access(By.SESSION)
    @POST
    @Operation(
            operationId = "beginSecondFactor",
            summary = "Begin to enrol a second factor",
            description = "Shows the secret for an authenticator app; `PUT` a code of it to go on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EnrolmentBody.class)))
    public Response begin(@Context SecurityContext who) {
        return secret(enrolling.begin(who)).build();
    }

    @Access(By.SESSION)
    @PUT
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Confirm the second factor by a code",
            description = "Tells ten recovery codes, once, and a token that takes the place of the one sent.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecoveryBody.class)))
    public Response confirm(@Context SecurityContext who, @NotNull @Valid CodeBody told) {
        var confirmed = enrolling.confirmed(who, told.code());
        var response = secret(confirmed.body());
        return confirmed.cookie() == null
                ? response.build()
                : response.cookie(confirmed.cookie()).build();
    }

    @Access(By.PERSON)
    @POST
    @Path("/recovery-codes")
    @Operation(
            operationId = "createRecoveryCodes",
            summary = "Make new recovery codes",
            description = "The old ones are worth nothing from then on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecoveryBody.class)))
    public Response newCodes(@Context SecurityContext who, @NotNull @Valid BothBody both) {
        return secret(enrolling.newCodes(who, both.password(), both.code())).build();
    }

    @Access(By.PERSON)
    @DELETE
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Remove your second factor",
            description = "Ends all your other sessions.")
    public void remove(@Context SecurityContext who, @NotNull @Valid BothBody both) {
        enrolling.remove(who, both.password(), both.code());
    }

    private static Response.ResponseBuilder secret(Object told) {
        return Response.ok(told).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
