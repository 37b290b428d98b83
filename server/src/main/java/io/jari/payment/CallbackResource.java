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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where providers call back. */
@Path("/v1/payments/callbacks/{provider}")
@Tag(name = "Payments")
@RunOnVirtualThread
public class CallbackResource {
    private static final String EXAMPLE = """
                    {"type": "checkout.changed", "timestamp": "2027-05-01T10:00:00Z", "data": {"reference": "a1"}}
                    """;
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
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, examples = EXAMPLE)))
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
