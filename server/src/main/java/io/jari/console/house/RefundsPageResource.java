package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Colleagues;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.payment.RefundBodies.RefundLine;
import io.jari.payment.RefundBodies.RefundList;
import io.jari.payment.RefundListResource;
import io.jari.reconciliation.ReconciliationBodies.DifferenceBody;
import io.jari.reconciliation.ReconciliationResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Refunds that came to no end by themselves, and payments of which the provider tells otherwise. */
@Path("/staff/refunds")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class RefundsPageResource {
    private static final int ROWS = 50;
    private static final Set<String> STATUSES = Set.of("failed", "requested", "done", "desk");
    private final RefundListResource refunds;
    private final ReconciliationResource differences;
    private final Colleagues colleagues;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    RefundsPageResource(
            RefundListResource refunds,
            ReconciliationResource differences,
            Colleagues colleagues,
            Places places,
            Consoles consoles,
            CurrentVisit current) {
        this.refunds = refunds;
        this.differences = differences;
        this.colleagues = colleagues;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, bySubject = true, page = true)
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var form = new Form(visit.query());
            var isAdministrator = caller.rights().allows(Role.ADMINISTRATOR, Scope.ALL);
            var asked = Places.parse(form.maybe("at"));
            // Whoever sees to one place alone need not say which.
            var place = asked.isPresent() || isAdministrator
                    ? asked
                    : Places.parse(places.of(t, caller).stream()
                            .findFirst()
                            .map(Place::value)
                            .orElse(null));
            var status = STATUSES.contains(form.text("status")) ? form.text("status") : null;
            var found = refunds(visit, place.orElse(Scope.ALL), status, form.maybe("cursor"), uri);
            var isWhole = isAdministrator
                    && place.filter(p -> p.kind() != Scope.Kind.ALL).isEmpty();
            var open = !form.text("differences").equals("all");
            var gaps = isWhole
                    ? differences(open, form.maybe("gaps"), uri)
                    : new Answered<List<DifferenceBody>>(List.of(), null);
            return Response.ok(new RefundsPage(
                            consoles.house(visit, caller, "house.refunds.title"),
                            place.map(Scope::text).orElse(""),
                            Objects.requireNonNullElse(status, ""),
                            !form.text("at").isEmpty() && asked.isEmpty(),
                            places.of(t, caller),
                            found.body().refunds().stream().map(r -> row(t, r)).toList(),
                            found.next(),
                            isWhole,
                            open,
                            gaps(t, gaps.body()),
                            gaps.next()))
                    .build();
        });
    }

    private Answered<RefundList> refunds(
            Visit visit, Scope place, @Nullable String status, @Nullable String cursor, UriInfo uri) {
        var id = (int) place.id();
        var answer = refunds.list(
                place.kind() == Scope.Kind.HOTEL ? id : null,
                place.kind() == Scope.Kind.CONCERT ? id : null,
                status,
                cursor,
                ROWS,
                visit.who(),
                uri);
        return Answered.of(answer, RefundList.class);
    }

    /** Those for a person, or all there were; the page has two lists, so that this one goes on by another name. */
    private Answered<List<DifferenceBody>> differences(boolean open, @Nullable String cursor, UriInfo uri) {
        var found = Answered.list(differences.list(open ? "open" : null, cursor, ROWS, uri), DifferenceBody.class);
        var next = found.cursor();
        return new Answered<>(
                found.body(),
                next == null ? null : "/staff/refunds?differences=" + (open ? "open" : "all") + "&gaps=" + next);
    }

    private RefundsPage.Row row(Texts t, RefundLine r) {
        var isOver = r.status().equals("done");
        var isDesk = r.provider().equals("desk");
        var place = r.hotelId() != null
                ? places.name(t, Scope.hotel(Long.parseLong(r.hotelId())))
                : r.concertId() != null ? places.name(t, Scope.concert(Long.parseLong(r.concertId()))) : "";
        return new RefundsPage.Row(
                r.paymentId(),
                "/v1/payments/" + r.paymentId() + "/refunds/" + r.n(),
                place,
                t.money(r.amount(), r.currency()),
                Words.of(t, "house.refund.why.", r.why()),
                Words.of(t, "house.refund.by.", r.provider()),
                t.say(isDesk && !isOver ? "house.refund.owed" : "house.refund.status." + r.status()),
                note(t, r),
                t.moment(r.askedAt(), Visit.HOME),
                r.status().equals("failed") && !isDesk,
                r.status().equals("failed") || (isDesk && !isOver));
    }

    private static String note(Texts t, RefundLine r) {
        var reason = r.reason() == null ? "" : Words.of(t, "house.refund.reason.", r.reason());
        return r.refusals() == 0 ? reason : reason + " (" + t.count("house.refund.refusals", r.refusals()) + ")";
    }

    private List<RefundsPage.Gap> gaps(Texts t, List<DifferenceBody> found) {
        var names = colleagues.names(found.stream()
                .map(DifferenceBody::settledBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream().map(d -> gap(t, d, names)).toList();
    }

    private static RefundsPage.Gap gap(Texts t, DifferenceBody d, Map<String, String> names) {
        var by = d.settledBy();
        var how = d.how() == null ? "" : d.how();
        return new RefundsPage.Gap(
                d.differenceId(),
                Words.of(t, "house.difference.", d.what()),
                d.paymentId() == null ? "" : d.paymentId(),
                d.provider(),
                d.reference(),
                d.ours(),
                d.theirs(),
                t.moment(d.firstSeenAt(), Visit.HOME),
                d.state(),
                t.say("house.difference.state." + d.state()),
                by == null ? how : names.getOrDefault(by, by) + ": " + how,
                d.state().equals("open") || d.state().equals("looking"));
    }
}
