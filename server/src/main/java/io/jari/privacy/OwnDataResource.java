package io.jari.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.PasswordProof;
import io.jari.privacy.PrivacyBodies.ErasureBody;
import io.jari.privacy.PrivacyBodies.Outlook;
import io.jari.privacy.PrivacyBodies.OwnErasure;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own data: a copy of it, and its erasure. */
@Path("/v1")
@Tag(name = "Personal data")
@RunOnVirtualThread
public class OwnDataResource {
    private final PersonalData data;
    private final Erasures erasures;
    private final PasswordProof proof;

    OwnDataResource(PersonalData data, Erasures erasures, PasswordProof proof) {
        this.data = data;
        this.erasures = erasures;
        this.proof = proof;
    }

    @Access(By.PERSON)
    @GET
    @Path("/account/personal-data")
    @Operation(operationId = "readOwnData", summary = "A copy of all that is kept of you", description = """
                    One document: account, sessions, stays with what you told of the guests, seats, payments, wallets and their postings, places
                    in waiting rooms, and what the journal says of your account. Of each kind the newest 10,000; cutShort names those
                    of which there is more.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response copy(@Context SecurityContext who) {
        JsonNode document =
                data.of(PersonalSubject.account(Callers.signedIn(who).accountId()));
        return Response.ok(document)
                .header("Content-Disposition", "attachment; filename=\"personal-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @Access(By.PERSON)
    @GET
    @Path("/account/erasure")
    @Operation(
            operationId = "readOwnErasure",
            summary = "What erasing your data would do",
            description = "What has to end before, and which records the law keeps, until when, without saying whose.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outlook.class)))
    public Outlook outlook(@Context SecurityContext who) {
        var prospect =
                erasures.prospect(PersonalSubject.account(Callers.signedIn(who).accountId()));
        return new Outlook(prospect.obstacles(), prospect.kept());
    }

    @Access(By.PERSON)
    @POST
    @Path("/account/erasure")
    @Operation(operationId = "eraseOwnData", summary = "Erase your data", description = """
                    At once and for good: name, address, number and password of the account, and what you told of guests. Sessions end. Records
                    of contracts and payments stay as long as the law wants, with opaque ids. 409 erasure-obstacles names what has to end
                    first; forfeitBalance gives up what is in the wallets.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErasureBody.class)))
    @APIResponse(responseCode = "403", description = "The password is another")
    @APIResponse(responseCode = "409", description = "Something is still under way")
    public ErasureBody erase(@Context SecurityContext who, @NotNull @Valid OwnErasure wanted) {
        var caller = Callers.signedIn(who);
        proof.require(who, wanted.password());
        var done = erasures.erase(PersonalSubject.account(caller.accountId()), caller.actor(), wanted.forfeits());
        return new ErasureBody(done.entry().subject(), done.entry().askedAt(), done.kept());
    }
}
