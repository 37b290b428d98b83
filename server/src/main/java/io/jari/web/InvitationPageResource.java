package io.jari.web;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Invitations;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.web.PasswordPages.Kind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For those who were invited to work here: they set their first password. */
@Path("/invitation")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class InvitationPageResource {
    private final PasswordPages pages;
    private final CurrentVisit current;
    private final Kind kind;

    public InvitationPageResource(Invitations invitations, PasswordPages pages, CurrentVisit current) {
        this.pages = pages;
        this.current = current;
        this.kind = new Kind(
                "/invitation", "invitation", invitations::isGood, invitations::take, "/sign-in", "sign-in.title");
    }

    @Access(By.ANYBODY)
    @GET
    @Operation(hidden = true)
    public Response ask(@QueryParam("token") @Nullable String token, @Context HttpHeaders sent) {
        return pages.ask(kind, current.get(), sent, token);
    }

    @Access(By.ANYBODY)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response take(MultivaluedMap<String, String> fields, @Context HttpHeaders sent) {
        return pages.set(kind, current.get(), sent, fields);
    }
}
