package io.jari.picture;

import io.jari.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Drawn when it is asked for: that takes less than keeping it. */
@Path("/pictures")
@NonBlocking
public class PictureResource {
    private static final String MONTH = "public, max-age=2592000";

    @GET
    @Path("/{what: hotel|room|concert}-{number: [0-9]{1,12}}.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response picture(@PathParam("what") String what, @PathParam("number") long number) {
        if (number == 0) {
            throw Problem.notFound("picture").exception();
        }
        return Response.ok(Picture.valueOf(what.toUpperCase(Locale.ROOT)).of(number))
                .header(HttpHeaders.CACHE_CONTROL, MONTH)
                .build();
    }
}
