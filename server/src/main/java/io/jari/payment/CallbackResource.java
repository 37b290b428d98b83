package io.jari.payment;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where providers call back. */
@Path("/v1/payments/callbacks/{provider}")
@Tag(name = "Payments")
@RunOnVirtualThread
public class CallbackResource {
    private final Callbacks callbacks;

    public CallbackResource(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @POST
    @Access(By.ANYBODY)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveCallback",
            summary = "A provider's callback",
            description = "Signed as in Standard Webhooks. What it says is not believed: the provider is asked.")
    @APIResponse(responseCode = "204", description = "Noted, now or before")
    @APIResponse(responseCode = "401", description = "Not signed by this provider, or too old")
    public Response called(
            @PathParam("provider") String provider,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") @Nullable String signature,
            byte[] body) {
        if (id == null || timestamp == null || signature == null) {
            throw Problem.of(401, "bad-signature", "Not signed")
                    .detail("Callbacks carry webhook-id, webhook-timestamp and webhook-signature.")
                    .exception();
        }
        callbacks.received(provider, id, timestamp, signature, body);
        return Response.noContent().build();
    }
}
