package io.jari.account;

import io.jari.account.Access.By;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/api-keys")
@Tag(name = "API keys")
@RunOnVirtualThread
public class ApiKeyResource {
    private final ApiKeys keys;

    ApiKeyResource(ApiKeys keys) {
        this.keys = keys;
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Operation(operationId = "createApiKey", summary = "Make an API key", description = """
                    A program sends it as Authorization: Bearer, to the internal listener alone, and acts as staff with these rights. It is nobody: it
                    books nothing, pays nothing, has no wallet, and makes neither keys nor staff. What it does is in the journal as key:ID. The
                    token is shown this once; every process knows it within a second.""")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MadeApiKey.class)))
    @APIResponse(responseCode = "409", description = "key-name-taken; too-many-keys")
    public Response make(@Context SecurityContext who, @NotNull @Valid NewApiKey wanted) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(keys.make(Callers.signedIn(who), wanted))
                .build();
    }

    @GET
    @Access(By.ADMINISTRATOR)
    @Operation(
            operationId = "listApiKeys",
            summary = "List API keys",
            description = "Also those revoked; oldest first. Never their secrets.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiKey[].class)))
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        return Cursor.page(keys.listAfter(Cursor.after(cursor), limit), limit, uri, ApiKey::keyId);
    }

    @DELETE
    @Path("/{keyID}")
    @Access(By.ADMINISTRATOR)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "No process accepts it a second later. Repeating it changes nothing.")
    public void revoke(@Context SecurityContext who, @PathParam("keyID") long keyId) {
        keys.revoke(Callers.signedIn(who), keyId);
    }
}
