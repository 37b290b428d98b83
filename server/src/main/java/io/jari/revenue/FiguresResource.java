package io.jari.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.jari.revenue.FigureBodies.FiguresBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Internal
@Path("/v1/hotels/{hotelID}/figures")
@Tag(name = "Revenue")
@RunOnVirtualThread
class FiguresResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Figures figures;

    FiguresResource(Figures figures) {
        this.figures = figures;
    }

    @GET
    @Access(By.REVENUE)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "readFigures",
            summary = "What nights brought in, and will as far as they are sold",
            description = "For revenue staff. Past and future, 366 nights at most; format=csv for a spreadsheet.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FiguresBody.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response read(
            @PathParam("hotelID") int hotelId,
            @Parameter(example = "2027-07-01") @QueryParam("startDate") @NotNull LocalDate startDate,
            @Parameter(example = "2027-08-01") @QueryParam("endDate") @NotNull LocalDate endDate,
            @Parameter(example = "json") @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|csv")
                    String format) {
        var found = figures.of(hotelId, startDate, endDate);
        if (format.equals("json")) {
            return Response.ok(found, MediaType.APPLICATION_JSON).build();
        }
        var name = "figures-%d-%s.csv".formatted(hotelId, startDate);
        return Response.ok(FiguresCsv.of(found), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
