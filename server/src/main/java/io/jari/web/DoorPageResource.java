package io.jari.web;

import io.jari.http.SecurityHeaders;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.ticket.DoorLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A door for who has a link and no account. */
@Path("/door")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DoorPageResource {
    private final DoorLinks links;
    private final DoorPages pages;
    private final CurrentVisit current;

    public DoorPageResource(DoorLinks links, DoorPages pages, CurrentVisit current) {
        this.links = links;
        this.pages = pages;
        this.current = current;
    }

    @GET
    @Path("/{token}")
    @Operation(hidden = true)
    public Response door(@PathParam("token") String token) {
        return Response.ok(pages.ofLink(current.get(), token, links.door(token)))
                .header(SecurityHeaders.PERMISSIONS, SecurityHeaders.WITH_CAMERA)
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
