package io.jari.rate;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/hotels/{hotelID}/price-curve")
@Tag(name = "Rates")
@RunOnVirtualThread
class PriceCurveResource {
    private final RateChanges rates;

    PriceCurveResource(RateChanges rates) {
        this.rates = rates;
    }

    @GET
    @Access(By.REVENUE)
    @Operation(
            operationId = "readPriceCurve",
            summary = "What coming nights cost, now and at other occupancies, and why",
            description = "For revenue staff. Nights that are not on sale are left out.")
    public PriceCurve read(
            @PathParam("hotelID") int hotelId,
            @Parameter(example = "3") @QueryParam("roomTypeID") @Min(1) int roomTypeId,
            @Parameter(example = "2027-07-20") @QueryParam("startDate") @NotNull LocalDate startDate,
            @Parameter(example = "2027-08-20") @QueryParam("endDate") @NotNull LocalDate endDate,
            @Parameter(description = "Percent sold; may be given several times", example = "[90]")
                    @QueryParam("occupancy")
                    @Size(max = 20)
                    List<@NotNull @Min(0) @Max(200) Integer> occupancy) {
        return rates.looking(hotelId, situation -> PriceCurve.of(situation, roomTypeId, startDate, endDate, occupancy));
    }
}
