package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.console.Consoles;
import io.jari.console.house.TimelinePage.Answer;
import io.jari.console.house.TimelinePage.Row;
import io.jari.console.house.TimelinePage.Story;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.timeline.TimelineBodies.EventBody;
import io.jari.timeline.TimelineBodies.LogBody;
import io.jari.timeline.TimelineBodies.TimelineBody;
import io.jari.timeline.TimelineBodies.TimelinesBody;
import io.jari.timeline.Timelines;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** "Was I charged twice?", asked at the desk. */
@Path("/payment-timelines")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class TimelinePageResource {
    private static final Pattern LAST4 = Pattern.compile("[0-9]{4}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** What came first counts here. */
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Timelines timelines;
    private final Consoles consoles;
    private final CurrentVisit current;

    public TimelinePageResource(Timelines timelines, Consoles consoles, CurrentVisit current) {
        this.timelines = timelines;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, bySubject = true, page = true)
    @Operation(hidden = true)
    public Response ask(@QueryParam("of") @DefaultValue("") String of) {
        var visit = current.get();
        return visit.signedIn(_ -> page(visit, of.strip()));
    }

    private Response page(Visit visit, String asked) {
        var t = visit.texts();
        var known = LAST4.matcher(asked).matches() || REFERENCE.matcher(asked).matches();
        return Response.ok(new TimelinePage(
                        consoles.house(visit, Callers.of(visit.who()), "timelines.title"),
                        asked,
                        !asked.isEmpty() && !known,
                        known ? allowed(visit, t, asked) : null))
                .build();
    }

    /** Who may ask about some payments and not about this one is told so where they asked. */
    private Answer allowed(Visit visit, Texts t, String asked) {
        try {
            return answer(visit, t, asked);
        } catch (Problem problem) {
            if (problem.getResponse().getStatus() != 403) {
                throw problem;
            }
            return new Answer(t.say("timelines.not-yours"), List.of(), List.of());
        }
    }

    private Answer answer(Visit visit, Texts t, String asked) {
        var locale = t.language().locale();
        if (LAST4.matcher(asked).matches()) {
            return answer(t, timelines.byCard(visit.who(), asked, EARLIEST, LATEST, locale));
        }
        return timelines
                .byReference(visit.who(), asked, locale)
                .map(found -> answer(t, found))
                .orElseGet(() -> new Answer(t.say("timelines.none"), List.of(), List.of()));
    }

    private static Answer answer(Texts t, TimelinesBody found) {
        var notes = found.logs().stream()
                .filter(log -> !log.fresh())
                .map(LogBody::provider)
                .map(provider -> t.say("timelines.stale", provider))
                .toList();
        return new Answer(
                found.verdict(),
                notes,
                found.payments().stream().map(p -> story(t, p)).toList());
    }

    private static Story story(Texts t, TimelineBody payment) {
        var zone = ZoneId.of(payment.timeZone());
        return new Story(
                t.say("timelines.of", payment.paymentId()),
                payment.verdict(),
                t.say("timelines.zone", zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone),
                payment.events().stream().map(e -> row(t, zone, e)).toList());
    }

    private static Row row(Texts t, ZoneId zone, EventBody event) {
        var money = event.amount() == null || event.currency() == null
                ? ""
                : " " + t.money(event.amount(), event.currency());
        var known = "timelines.event." + event.what();
        var what = (t.has(known) ? t.say(known) : event.what())
                + (event.reference() == null ? "" : " " + event.reference())
                + money
                + (event.note() == null ? "" : " (" + event.note() + ")");
        var there = event.source().equals("log") || event.source().equals("callback");
        return new Row(SECOND.format(event.at().atZone(zone)), there ? "" : what, there ? what : "");
    }
}
