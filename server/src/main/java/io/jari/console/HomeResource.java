package io.jari.console;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.Concert;
import io.jari.concert.Concerts;
import io.jari.hotel.Hotel;
import io.jari.hotel.Hotels;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where staff begin: their hotels and concerts. */
@Path("/staff")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class HomeResource {
    private static final int MOST = 20;
    private static final int MOST_LETTERS = 100;

    private final Hotels hotels;
    private final Concerts concerts;
    private final Consoles consoles;
    private final CurrentVisit current;

    HomeResource(Hotels hotels, Concerts concerts, Consoles consoles, CurrentVisit current) {
        this.hotels = hotels;
        this.concerts = concerts;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, page = true)
    @Operation(hidden = true)
    public Response home() {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var q = new Form(visit.query()).text("q");
            var asked = q.length() > MOST_LETTERS ? q.substring(0, MOST_LETTERS) : q;
            var console = consoles.house(visit, caller, "console.home.title");
            var makes = caller.rights().allows(Role.ADMINISTRATOR, Scope.ALL);
            var none = !asked.isEmpty() ? "front.none" : makes ? "console.home.nothing" : "console.home.none";
            return Response.ok(new HomePage(
                            console,
                            asked,
                            hotels(visit, caller, asked),
                            concerts(visit, caller, asked),
                            makes,
                            visit.texts().say(none)))
                    .build();
        });
    }

    /** What a problem of the API means, for the module that sends forms to it. */
    @GET
    @Path("/words")
    @Access(value = By.STAFF, page = true)
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public String words(@QueryParam("type") @Nullable String type, @QueryParam("status") int status) {
        return ProblemPages.words(current.get().texts(), type == null ? "" : type, status);
    }

    private List<HomePage.Row> hotels(Visit visit, Caller caller, String q) {
        var t = visit.texts();
        var all = Stream.of(Role.DESK, Role.REVENUE)
                .anyMatch(role -> caller.rights().allows(role, Scope.ALL));
        return found(
                        caller,
                        Scope.Kind.HOTEL,
                        all,
                        () -> hotels.page(null, blank(q), 0, MOST),
                        id -> hotels.find((int) id))
                .map(hotel -> row(t, caller, hotel))
                .filter(row -> matches(row, q))
                .toList();
    }

    private List<HomePage.Row> concerts(Visit visit, Caller caller, String q) {
        var t = visit.texts();
        var all = Stream.of(Role.ORGANISER, Role.DOOR)
                .anyMatch(role -> caller.rights().allows(role, Scope.ALL));
        return found(
                        caller,
                        Scope.Kind.CONCERT,
                        all,
                        () -> concerts.page(blank(q), 0, MOST),
                        id -> concerts.find((int) id))
                .map(concert -> row(t, concert))
                .filter(row -> matches(row, q))
                .toList();
    }

    /** All there are, or those that somebody has a right over. */
    private static <T> Stream<T> found(
            Caller caller, Scope.Kind kind, boolean all, Supplier<List<T>> page, LongFunction<T> find) {
        return all
                ? page.get().stream()
                : caller.rights().grants().stream()
                        .map(grant -> grant.scope())
                        .filter(scope -> scope.kind() == kind)
                        .map(Scope::id)
                        .distinct()
                        .limit(MOST)
                        .map(find::apply);
    }

    private static boolean matches(HomePage.Row row, String q) {
        return (row.name() + " " + row.where()).toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String blank(String q) {
        return q.isEmpty() ? null : q;
    }

    private static HomePage.Row row(Texts t, Caller caller, Hotel hotel) {
        var d = hotel.details();
        var desk = caller.rights().allows(Role.DESK, Long.parseLong(hotel.hotelID()));
        return new HomePage.Row(
                t.pick(d.name()),
                t.pick(d.city()),
                "/staff/hotels/" + hotel.hotelID() + (desk ? "/today" : "/inventory"));
    }

    private static HomePage.Row row(Texts t, Concert concert) {
        var d = concert.details();
        return new HomePage.Row(
                t.pick(d.title()), t.pick(d.hall()), "/staff/concerts/" + concert.concertID() + "/dates");
    }
}
