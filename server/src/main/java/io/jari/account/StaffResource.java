package io.jari.account;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/staff")
@Tag(name = "Staff")
@RunOnVirtualThread
class StaffResource {
    private final Staff staff;

    StaffResource(Staff staff) {
        this.staff = staff;
    }

    @POST
    @Operation(summary = "Make a staff account", description = "It may do nothing until it is given rights.")
    @APIResponseSchema(value = StaffMember.class, responseCode = "201")
    public Response engage(
            @Context SecurityContext who,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewAccount wanted) {
        return staff.engage(Callers.administrator(who), key, wanted);
    }

    @GET
    @Operation(summary = "List staff accounts")
    @APIResponseSchema(value = Account[].class, responseCode = "200")
    public Response list(
            @Context SecurityContext who,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        Callers.administrator(who);
        return Cursor.page(staff.listAfter(Cursor.after(cursor), limit), limit, uri, Account::accountId);
    }

    @GET
    @Path("/{accountID}")
    @Operation(summary = "Read a staff account and its rights")
    public StaffMember read(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        Callers.administrator(who);
        return staff.find(accountId);
    }

    @DELETE
    @Path("/{accountID}")
    @Operation(summary = "Close a staff account", description = "Its sessions end. The last administrator stays.")
    public void close(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        staff.close(Callers.administrator(who), accountId);
    }

    @PUT
    @Path("/{accountID}/rights/{role}/{scope}")
    @Operation(summary = "Give a right")
    public void give(
            @Context SecurityContext who,
            @PathParam("accountID") long accountId,
            @Parameter(example = "desk") @PathParam("role") String role,
            @Parameter(example = "hotel-12", description = "all, hotel-ID or concert-ID") @PathParam("scope")
                    String scope) {
        staff.give(Callers.administrator(who), accountId, grant(role, scope));
    }

    @DELETE
    @Path("/{accountID}/rights/{role}/{scope}")
    @Operation(summary = "Take a right")
    public void take(
            @Context SecurityContext who,
            @PathParam("accountID") long accountId,
            @Parameter(example = "desk") @PathParam("role") String role,
            @Parameter(example = "hotel-12", description = "all, hotel-ID or concert-ID") @PathParam("scope")
                    String scope) {
        staff.take(Callers.administrator(who), accountId, grant(role, scope));
    }

    static Grant grant(String role, String scope) {
        try {
            var grant = new Grant(Role.of(role), Scope.of(scope));
            if (grant.role().fits(grant.scope())) {
                return grant;
            }
            throw Refusal.noSuchRight(grant.role().text() + " is not given over " + scope + ".");
        } catch (IllegalArgumentException e) {
            throw Refusal.noSuchRight("There is " + e.getMessage() + ".");
        }
    }
}
