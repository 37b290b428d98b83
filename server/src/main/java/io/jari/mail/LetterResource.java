package io.jari.mail;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.mail.LetterBodies.LetterBody;
import io.jari.mail.LetterBodies.LetterList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** "I got no mail", told at the desk. */
@Internal
@Path("/v1/letters")
@Tag(name = "Letters")
@RunOnVirtualThread
public class LetterResource {
    private static final int MOST_SUBJECT = 80;
    private final Letters letters;

    LetterResource(Letters letters) {
        this.letters = letters;
    }

    @Access(value = By.STAFF, bySubject = true)
    @GET
    @Operation(operationId = "listLetters", summary = "Letters about a booking or an account", description = """
                    For the desk, the concert's organisers, and administrators. Which letters there were, whether they were sent, and when;
                    the newest first; Link rel=next leads on. Addresses are not in it.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterList.class)))
    @APIResponse(responseCode = "404", description = "No such subject")
    public Response list(
            @Parameter(
                            description = "The id of a reservation, a hold or a charge, or account:ID",
                            example = "account:12")
                    @QueryParam("subject")
                    @NotNull
                    @Size(min = 1, max = MOST_SUBJECT)
                    String subject,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        staff(who, subject);
        var page = letters.about(subject, cursor, limit);
        return Cursor.page(new LetterList(page.letters()), page.next(), uri);
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{letterID}/resend")
    @Operation(operationId = "resendLetter", summary = "Send a letter again", description = """
                    For the same people. To the address that is known now, with what is so now, at most ten times. One that is on its way
                    stays as it is.""")
    @APIResponse(
            responseCode = "200",
            description = "The letter, to be sent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterBody.class)))
    @APIResponse(responseCode = "404", description = "No such letter")
    @APIResponse(responseCode = "409", description = "letter-resent-often")
    public LetterBody resend(@PathParam("letterID") String letterId, @Context SecurityContext who) {
        var letter = letters.find(letterId);
        return letters.resend(staff(who, letter.subject()).actor(), letter);
    }

    private Caller staff(SecurityContext who, String subject) {
        var keeper = letters.keeper(subject)
                .orElseThrow(() -> Problem.notFound("subject").exception());
        return Callers.staff(who, keeper.role(), keeper.scope());
    }
}
