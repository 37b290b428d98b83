package io.jari.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.jari.revenue.WalkRiskBodies.WalkRisksBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/hotels/{hotelID}/walk-risks")
@Tag(name = "Revenue")
@RunOnVirtualThread
class WalkRiskResource {
    private final WalkRisks risks;

    WalkRiskResource(WalkRisks risks) {
        this.risks = risks;
    }

    @GET
    @Access(By.REVENUE)
    @Operation(operationId = "readWalkRisks", summary = "The chance that overbooking walks a guest", description = """
                    For revenue staff. From how often nobody came in the last 365 days; of each room type at several limits, for a night that
                    is sold to that limit. Guests are taken to come or stay away each for themselves.""")
    public WalkRisksBody read(@PathParam("hotelID") int hotelId) {
        return risks.of(hotelId);
    }
}
