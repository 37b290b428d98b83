package io.jari.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.jari.revenue.InventoryBodies.InventoryBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/hotels/{hotelID}/inventory")
@Tag(name = "Revenue")
@RunOnVirtualThread
class InventoryResource {
    private final Inventory inventory;

    InventoryResource(Inventory inventory) {
        this.inventory = inventory;
    }

    @GET
    @Access(By.REVENUE)
    @Operation(
            operationId = "readInventory",
            summary = "What is sold and left of each room type, night by night",
            description = "For revenue staff. Nights on sale, and last night; 93 at most.")
    public InventoryBody read(
            @PathParam("hotelID") int hotelId,
            @Parameter(example = "2027-07-20") @QueryParam("startDate") @NotNull LocalDate startDate,
            @Parameter(example = "2027-08-03") @QueryParam("endDate") @NotNull LocalDate endDate) {
        return inventory.nights(hotelId, startDate, endDate);
    }
}
