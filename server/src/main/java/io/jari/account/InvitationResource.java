package io.jari.account;

import io.jari.account.Access.By;
import io.jari.account.InvitationBodies.InvitationBody;
import io.jari.account.InvitationBodies.LinkBody;
import io.jari.account.InvitationBodies.Wanted;
import io.jari.account.ResetBodies.PasswordBody;
import io.jari.http.Cursor;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
@Path("/v1/staff/invitations")
@Tag(name = "Staff")
@RunOnVirtualThread
public class InvitationResource {
    private final Invitations invitations;

    InvitationResource(Invitations invitations) {
        this.invitations = invitations;
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Operation(
            operationId = "inviteStaff",
            summary = "Invite somebody to work here",
            description =
                    "They get a mail with a link, good for seven days, to set a password by. Administrators may give any "
                            + "right; managers of a hotel and organisers of a concert those that they have there.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationBody.class)))
    public Response invite(
            @Context SecurityContext who,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid Wanted wanted) {
        return invitations.invite(Callers.signedIn(who), key, wanted);
    }

    @Access(value = By.STAFF, bySubject = true)
    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations that were not taken yet",
            description = "Administrators see all, others those that they sent.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationBody[].class)))
    public Response list(
            @Context SecurityContext who,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var found = invitations.after(Callers.signedIn(who), Cursor.after(cursor), limit);
        return Cursor.page(found, limit, uri, InvitationBody::accountId);
    }

    @Access(By.ANYBODY)
    @PUT
    @Operation(
            operationId = "takeInvitation",
            summary = "Take an invitation: set a password by its link",
            description = "410 link-ended when it was used, withdrawn, or is older than seven days.")
    public void take(@NotNull @Valid PasswordBody wanted) {
        invitations.take(wanted.token(), wanted.password());
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{accountID}/mail")
    @Operation(
            operationId = "resendInvitation",
            summary = "Send the mail again",
            description = "The link sent before ends. At most three mails an hour.")
    @APIResponse(responseCode = "202", description = "It will be sent")
    public Response resend(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        invitations.resend(Callers.signedIn(who), accountId);
        return Response.accepted().build();
    }

    @Access(By.ADMINISTRATOR)
    @POST
    @Path("/{accountID}/link")
    @Operation(
            operationId = "createInvitationLink",
            summary = "Get a link to hand over yourself",
            description = "For houses that send no mail. Administrators only; a link sent before ends.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkBody.class)))
    public Response link(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        return Response.ok(invitations.link(Callers.signedIn(who), accountId))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Access(value = By.STAFF, bySubject = true)
    @DELETE
    @Path("/{accountID}")
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Withdraw an invitation",
            description = "Name and address are forgotten.")
    public void withdraw(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        invitations.withdraw(Callers.signedIn(who), accountId);
    }
}
