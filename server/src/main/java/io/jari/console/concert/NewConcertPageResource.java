package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.concert.ConcertDetails;
import io.jari.console.Console;
import io.jari.console.Consoles;
import io.jari.console.Zones;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a concert begins. */
@Path("/staff/new-concert")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class NewConcertPageResource {
    private static final Bilingual EMPTY = new Bilingual("", "");
    private static final ConcertDetails USUAL =
            new ConcertDetails(EMPTY, null, EMPTY, null, "Asia/Seoul", "KRW", null, Instant.EPOCH, 5, 4, false);

    private final Consoles consoles;
    private final CurrentVisit current;

    NewConcertPageResource(Consoles consoles, CurrentVisit current) {
        this.consoles = consoles;
        this.current = current;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewConcertPage(Console console, ConcertDetails details, String saleOpensAt, List<String> zones)
            implements TemplateInstance {}

    @GET
    @Access(value = By.ADMINISTRATOR, page = true)
    @Operation(hidden = true)
    public Response empty() {
        var visit = current.get();
        return visit.signedIn(caller -> Response.ok(new NewConcertPage(
                        consoles.house(visit, caller, "concerts.make.title"), USUAL, "", Zones.all()))
                .build());
    }
}
