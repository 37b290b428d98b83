package io.jari.queue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.jari.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who takes part in a draw, for anybody to check it. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/queue/leaves")
@Tag(name = "Waiting room")
@RunOnVirtualThread
class DrawResource {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final DrawLeaves leaves;

    private final ClientAddress addresses;
    private final AddressLimit limit;

    /** @param rate a second's, of one address: a list may have megabytes, and never changes; 0 takes the limit away */
    DrawResource(
            DrawLeaves leaves,
            ClientAddress addresses,
            @ConfigProperty(name = "jari.queue.leaves-rate", defaultValue = "0.2") double rate,
            @ConfigProperty(name = "jari.queue.leaves-burst", defaultValue = "20") int burst) {
        this.leaves = leaves;
        this.addresses = addresses;
        this.limit = new AddressLimit("leaves", rate, burst);
    }

    @GET
    @Access(By.ANYBODY)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "readDrawLeaves", summary = "Read who takes part in a draw", description = """
                    From the freeze on, and never changed: 32 bytes for each ticket, in their order, of which root is the Merkle tree
                    hash by RFC 9162, 2.1.1. Leaf t is SHA-256(0x00, dateID as 4 bytes, t as 8 bytes, the 16 bytes of its joiner, which
                    stand at the bytes 15 to 30 of the decoded token, counting from 0). key = SHA-256(seed, root, publicValue in
                    UTF-8 where there is one). The order: tickets 1 to n, and for i = n-1 down to 1 those at i and j change places,
                    counting from 0, j uniform in 0 to i: numbers of 8 bytes, unsigned, from SHA-256(key, 0), SHA-256(key, 1), ...
                    (counters of 8 bytes); one that is not below the largest multiple of i+1 within 2^64 is left out; j is the
                    remainder. Who is at k has rank k+1. Numbers are big-endian. `./jari verify-draw` checks all this.""")
    @APIResponse(
            responseCode = "200",
            description = "ETag: the root",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "No such date, or its list is not frozen")
    @APIResponse(responseCode = "429", description = "Too many from this address: Retry-After says when")
    public Response read(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @Context HttpServerRequest from,
            @Context Request request) {
        var wait = limit.retryAfterMillis(addresses.of(from));
        if (wait > 0) {
            throw limit.refusal(wait).exception();
        }
        var list = leaves.published(concertId, dateId);
        var tag = new EntityTag(list.root());
        var unchanged = Versions.unchanged(request, tag);
        return (unchanged != null ? unchanged : Response.ok(leaves.bytes(list)))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .build();
    }
}
