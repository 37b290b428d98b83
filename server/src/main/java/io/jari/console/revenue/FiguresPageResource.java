package io.jari.console.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.console.Consoles;
import io.jari.console.revenue.FiguresPage.Range;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.revenue.Figures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a hotel's nights brought in. */
@Path("/staff/hotels/{hotelID}/figures")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class FiguresPageResource {
    private final Figures figures;
    private final Consoles consoles;
    private final CurrentVisit current;

    FiguresPageResource(Figures figures, Consoles consoles, CurrentVisit current) {
        this.figures = figures;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.REVENUE, page = true)
    @Operation(hidden = true)
    public Response figures(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> page(visit, caller, hotelId));
    }

    /** First and last night. */
    private record Nights(LocalDate from, LocalDate last) {
        boolean possible() {
            var nights = ChronoUnit.DAYS.between(from, last) + 1;
            return nights >= 1 && nights <= Figures.MOST_NIGHTS && from.getYear() >= 1970 && from.getYear() < 9998;
        }
    }

    private Response page(Visit visit, Caller caller, int hotelId) {
        var t = visit.texts();
        var form = new Form(visit.query());
        var today = figures.today(hotelId);
        var usual = new Nights(today.minusDays(30), today.plusDays(30));
        var from = RateForm.date(form.text("from"));
        var last = RateForm.date(form.text("last"));
        var asked = from == null || last == null ? usual : new Nights(from, last);
        var nights = asked.possible() ? asked : usual;
        var base = "/staff/hotels/" + hotelId + "/figures";
        var found = figures.of(hotelId, nights.from(), nights.last().plusDays(1));
        var views = new FigureViews(t, found);
        return Response.ok(new FiguresPage(
                        consoles.hotel(visit, caller, hotelId, "revenue.figures.title"),
                        base,
                        asked.from().toString(),
                        asked.last().toString(),
                        ranges(t, base, today, nights),
                        asked.possible() ? null : t.say("revenue.figures.flaw", Figures.MOST_NIGHTS),
                        views.sums(),
                        views.plots(),
                        views.rows(),
                        "/v1/hotels/%d/figures?startDate=%s&endDate=%s&format=csv"
                                .formatted(hotelId, nights.from(), nights.last().plusDays(1))))
                .build();
    }

    private static List<Range> ranges(Texts t, String base, LocalDate today, Nights current) {
        return List.of(
                range(t, base, "around", new Nights(today.minusDays(30), today.plusDays(30)), current),
                range(t, base, "past", new Nights(today.minusDays(30), today.minusDays(1)), current),
                range(t, base, "next", new Nights(today, today.plusDays(29)), current),
                range(t, base, "quarter", new Nights(today, today.plusDays(89)), current),
                range(
                        t,
                        base,
                        "year",
                        new Nights(today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear())),
                        current));
    }

    private static Range range(Texts t, String base, String name, Nights nights, Nights current) {
        return new Range(
                t.say("revenue.range." + name),
                base + "?from=" + nights.from() + "&last=" + nights.last(),
                nights.equals(current));
    }
}
