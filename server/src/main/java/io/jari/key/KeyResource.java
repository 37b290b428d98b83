package io.jari.key;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.key.KeyBodies.KeyBody;
import io.jari.key.KeyBodies.Rotation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys that sign places in lines and passes. */
@Internal
@Path("/v1/signing-keys")
@Tag(name = "Signing keys")
@RunOnVirtualThread
class KeyResource {
    private static final int CREATED = 201;
    private final SigningKeys keys;
    private final KeyRotation rotation;

    KeyResource(SigningKeys keys, KeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    @GET
    @Access(By.ADMINISTRATOR)
    @Operation(
            operationId = "listSigningKeys",
            summary = "Keys that sign places in lines and passes",
            description = """
                    For administrators. Those whose signatures are accepted, oldest first: when each signs and until when it is accepted. Never
                    their secrets.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyBody[].class)))
    public List<KeyBody> list() {
        return bodies();
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Path("/rotation")
    @Operation(operationId = "rotateSigningKeys", summary = "Another key at once", description = """
                    For administrators; a new key comes every day without it. It signs a minute later, and what older keys signed is accepted for
                    three days more. With revoke, for keys that may have leaked, it signs 3 seconds later and from then on nothing that older keys
                    signed is accepted: whoever waits or is inside asks POST /v1/queue again and gets the same place. While such a key is yet
                    to sign, repeating it changes nothing.""")
    @APIResponse(
            responseCode = "201",
            description = "The keys, the new one last",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyBody[].class)))
    @APIResponse(
            responseCode = "200",
            description = "The keys; the last is yet to sign",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyBody[].class)))
    public Response rotate(@Nullable Rotation wanted, @Context SecurityContext who) {
        var caller = Callers.of(who);
        var revoke = wanted != null && Boolean.TRUE.equals(wanted.revoke());
        var made = rotation.rotate(caller, revoke);
        return Response.status(made.fresh() ? CREATED : Response.Status.OK.getStatusCode())
                .entity(bodies())
                .build();
    }

    private List<KeyBody> bodies() {
        return keys.list().stream().map(KeyBody::of).toList();
    }
}
