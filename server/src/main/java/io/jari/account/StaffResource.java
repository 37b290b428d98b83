package io.jari.account;

import io.jari.account.Access.By;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/staff")
@Tag(name = "Staff")
@RunOnVirtualThread
public class StaffResource {
    private final Staff staff;
    private final PersonalDataViews views;

    StaffResource(Staff staff, PersonalDataViews views) {
        this.views = views;
        this.staff = staff;
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Operation(
            operationId = "createStaff",
            summary = "Make a staff account",
            description = "It may do nothing until it is given rights.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StaffMember.class)))
    public Response engage(
            @Context SecurityContext who,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewAccount wanted) {
        return staff.engage(Callers.of(who), key, wanted);
    }

    @GET
    @Access(By.ADMINISTRATOR)
    @Operation(operationId = "listStaff", summary = "List staff accounts")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Account[].class)))
    public Response list(
            @Context SecurityContext who,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var page = staff.listAfter(Cursor.after(cursor), limit);
        views.list(Callers.of(who), "staff", "staff accounts", page.size(), Map.of("limit", limit));
        return Cursor.page(page, limit, uri, Account::accountId);
    }

    @GET
    @Access(By.ADMINISTRATOR)
    @Path("/{accountID}")
    @Operation(operationId = "readStaff", summary = "Read a staff account and its rights")
    public StaffMember read(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        var member = staff.find(accountId);
        views.one(Callers.of(who), Caller.actor(accountId), "staff account");
        return member;
    }

    @DELETE
    @Access(By.ADMINISTRATOR)
    @Path("/{accountID}")
    @Operation(
            operationId = "closeStaff",
            summary = "Close a staff account",
            description = "Its sessions end. The last administrator stays.")
    public void close(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        staff.close(Callers.of(who), accountId);
    }

    @DELETE
    @Access(By.ADMINISTRATOR)
    @Path("/{accountID}/sessions")
    @Operation(
            operationId = "endStaffSessions",
            summary = "End all sessions of a staff account",
            description = "They sign in again.")
    public void endSessions(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        staff.endSessions(Callers.of(who), accountId);
    }

    @PUT
    @Access(By.ADMINISTRATOR)
    @Path("/{accountID}/rights/{role}/{scope}")
    @Operation(operationId = "giveRight", summary = "Give a right")
    public void give(
            @Context SecurityContext who,
            @PathParam("accountID") long accountId,
            @Parameter(example = "desk") @PathParam("role") String role,
            @Parameter(example = "hotel-12", description = "all, hotel-ID or concert-ID") @PathParam("scope")
                    String scope) {
        staff.give(Callers.of(who), accountId, Grant.wanted(role, scope));
    }

    @DELETE
    @Access(By.ADMINISTRATOR)
    @Path("/{accountID}/rights/{role}/{scope}")
    @Operation(operationId = "takeRight", summary = "Take a right")
    public void take(
            @Context SecurityContext who,
            @PathParam("accountID") long accountId,
            @Parameter(example = "desk") @PathParam("role") String role,
            @Parameter(example = "hotel-12", description = "all, hotel-ID or concert-ID") @PathParam("scope")
                    String scope) {
        staff.take(Callers.of(who), accountId, Grant.wanted(role, scope));
    }
}
