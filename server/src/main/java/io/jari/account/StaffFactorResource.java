package io.jari.account;

import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/staff/{accountID}/second-factor")
@Tag(name = "Staff")
@RunOnVirtualThread
class StaffFactorResource {
    private final Staff staff;
    private final SecondFactors factors;

    StaffFactorResource(Staff staff, SecondFactors factors) {
        this.staff = staff;
        this.factors = factors;
    }

    @Access(By.ADMINISTRATOR)
    @DELETE
    @Operation(
            operationId = "removeStaffSecondFactor",
            summary = "Remove a colleague's second factor",
            description = "For whoever lost phone and recovery codes. Ends all their sessions.")
    public void remove(@Context SecurityContext who, @PathParam("accountID") long accountId) {
        var by = Callers.of(who);
        factors.remove(staff.find(accountId).account().accountId(), by.actor(), null);
    }
}
