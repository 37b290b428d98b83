package io.jari.ticket;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.PersonalDataViews;
import io.jari.http.Internal;
import io.jari.http.SecurityHeaders;
import io.jari.ticket.DoorBodies.DoorListBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every ticket of a date, to be printed before the doors open. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/door-list")
@Internal
@Tag(name = "Doors")
@RunOnVirtualThread
public class DoorListResource {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String CSV = "text/csv;charset=UTF-8";
    private final Doors doors;
    private final PersonalDataViews views;

    public DoorListResource(Doors doors, PersonalDataViews views) {
        this.views = views;
        this.doors = doors;
    }

    @GET
    @Access(By.DOOR)
    @Produces({MediaType.APPLICATION_JSON, CSV, HTML})
    @Operation(operationId = "readDoorList", summary = "The printable list of a date's tickets", description = """
                    For the concert's doors and organisers. By zone, row and number; by Accept as JSON, as text/csv, or as text/html
                    made for printing, in Korean or English (lang=ko, lang=en).""")
    @APIResponse(
            responseCode = "200",
            description = "Every ticket that is sold",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DoorListBody.class)),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "text/html")
            })
    @APIResponse(responseCode = "404", description = "No such date of this concert")
    public Response list(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @QueryParam("lang") @Nullable @Pattern(regexp = "ko|en") String lang,
            @Context HttpHeaders headers,
            @Context SecurityContext who) {
        var list = doors.list(concertId, dateId);
        views.list(
                Callers.of(who),
                Integer.toString(dateId),
                "door list",
                list.tickets().size(),
                Map.of("concertID", Integer.toString(concertId)));
        return switch (wanted(headers)) {
            case HTML -> page(DoorListPage.of(list, lang == null ? preferred(headers) : lang));
            case CSV -> Response.ok(DoorListCsv.of(list), CSV).build();
            default -> Response.ok(list, MediaType.APPLICATION_JSON).build();
        };
    }

    /** The first of the three that is accepted; JSON for those who take anything. */
    private static String wanted(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            for (var known : List.of(MediaType.APPLICATION_JSON, HTML, CSV)) {
                if (type.isCompatible(MediaType.valueOf(known))) {
                    return known;
                }
            }
        }
        return MediaType.APPLICATION_JSON;
    }

    private static Response page(DoorListPage page) {
        return Response.ok(page, HTML)
                .header(
                        SecurityHeaders.POLICY,
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The first of the two that the browser names, else Korean. */
    private static String preferred(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("ko") || language.equals("en"))
                .findFirst()
                .orElse("ko");
    }
}
