package io.jari.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.privacy.PrivacyBodies.ErasureBody;
import io.jari.privacy.PrivacyBodies.ErasureLine;
import io.jari.privacy.PrivacyBodies.Found;
import io.jari.privacy.PrivacyBodies.Outlook;
import io.jari.privacy.PrivacyBodies.StaffErasure;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What administrators do for those who write a letter: guests without an account, and those who can't sign in. */
@Internal
@Path("/v1")
@Tag(name = "Personal data")
@RunOnVirtualThread
public class PersonalDataResource {
    private static final String SUBJECT = "account:ID, or reservation:ID of a guest without an account";
    private final PersonalData data;
    private final Erasures erasures;
    private final ErasureList list;

    PersonalDataResource(PersonalData data, Erasures erasures, ErasureList list) {
        this.data = data;
        this.erasures = erasures;
        this.list = list;
    }

    @Access(By.ADMINISTRATOR)
    @GET
    @Path("/personal-data")
    @Operation(operationId = "findPersonalData", summary = "Of whom is there data?", description = """
                    For administrators. Accounts with this e-mail address or telephone number, and stays of guests without an account, newest
                    first, at most 200. Who was found is in the journal.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Found[].class)))
    public List<Found> find(
            @Context SecurityContext who,
            @QueryParam("email") @Nullable @Size(min = 3, max = 254) String email,
            @QueryParam("phone")
                    @Nullable
                    @Pattern(regexp = "[+0-9() .-]{5,30}")
                    @Parameter(description = "its digits are compared")
                    String phone) {
        var caller = Callers.of(who);
        if (email == null && phone == null) {
            throw Problem.invalid("email", "either this or phone is needed").exception();
        }
        return data.find(caller, email, phone);
    }

    @Access(By.ADMINISTRATOR)
    @GET
    @Path("/personal-data/{subject}")
    @Operation(
            operationId = "readPersonalData",
            summary = "A copy of all that is kept of somebody",
            description = "For administrators; journaled.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "Nobody is known by this name")
    public Response copy(
            @Context SecurityContext who, @PathParam("subject") @Parameter(description = SUBJECT) String subject) {
        JsonNode document = data.taken(Callers.of(who), parsed(subject));
        return Response.ok(document)
                .header("Content-Disposition", "attachment; filename=\"personal-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @Access(By.ADMINISTRATOR)
    @GET
    @Path("/personal-data/{subject}/erasure")
    @Operation(
            operationId = "readErasure",
            summary = "What erasing somebody would do",
            description = "For administrators.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outlook.class)))
    @APIResponse(responseCode = "404", description = "Nobody is known by this name")
    public Outlook outlook(
            @Context SecurityContext who, @PathParam("subject") @Parameter(description = SUBJECT) String subject) {
        var prospect = erasures.prospect(parsed(subject));
        return new Outlook(prospect.obstacles(), prospect.kept());
    }

    @Access(By.ADMINISTRATOR)
    @POST
    @Path("/erasures")
    @Operation(operationId = "erasePersonalData", summary = "Erase somebody", description = """
                    For administrators. Blanks what tells who it was and leaves the records that the law keeps, with opaque ids. Again changes
                    nothing. 409 erasure-obstacles names what has to end first.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErasureBody.class)))
    @APIResponse(responseCode = "404", description = "Nobody is known by this name")
    @APIResponse(responseCode = "409", description = "Something is still under way")
    public ErasureBody erase(@Context SecurityContext who, @NotNull @Valid StaffErasure wanted) {
        var caller = Callers.of(who);
        var subject = PersonalSubject.of(wanted.subject())
                .orElseThrow(
                        () -> Problem.invalid("/subject", "must be " + SUBJECT).exception());
        var done = erasures.erase(subject, caller.actor(), wanted.forfeits());
        return new ErasureBody(done.entry().subject(), done.entry().askedAt(), done.kept());
    }

    @Access(By.ADMINISTRATOR)
    @GET
    @Path("/erasures")
    @Operation(
            operationId = "listErasures",
            summary = "Who was erased, newest first",
            description = "For administrators; opaque ids alone.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErasureLine[].class)))
    public Response erasures(
            @Context SecurityContext who,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var page = list.page(cursor, limit);
        return Cursor.page(page, next(page, limit), uri);
    }

    private static @Nullable String next(List<ErasureLine> page, int limit) {
        return page.size() == limit
                ? Cursor.of(page.getLast().askedAt(), page.getLast().subject())
                : null;
    }

    private static PersonalSubject parsed(String subject) {
        return PersonalSubject.of(subject)
                .orElseThrow(() -> Problem.notFound("person").exception());
    }
}
