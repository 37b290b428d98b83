package io.jari.console.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.console.Console;
import io.jari.console.Consoles;
import io.jari.console.Zones;
import io.jari.hotel.HotelDetails;
import io.jari.http.Bilingual;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a hotel begins. */
@Path("/staff/new-hotel")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class NewHotelPageResource {
    private static final Bilingual EMPTY = new Bilingual("", "");
    private static final HotelDetails USUAL =
            new HotelDetails(EMPTY, null, "KR", EMPTY, EMPTY, "Asia/Seoul", "KRW", null, null, false, null);

    private final Consoles consoles;
    private final CurrentVisit current;

    NewHotelPageResource(Consoles consoles, CurrentVisit current) {
        this.consoles = consoles;
        this.current = current;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewHotelPage(Console console, HotelDetails details, List<String> zones) implements TemplateInstance {}

    @GET
    @Access(value = By.ADMINISTRATOR, page = true)
    @Operation(hidden = true)
    public Response empty() {
        var visit = current.get();
        return visit.signedIn(caller -> Response.ok(
                        new NewHotelPage(consoles.house(visit, caller, "revenue.house.new"), USUAL, Zones.all()))
                .build());
    }
}
