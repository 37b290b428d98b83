package io.jari.console.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.console.Actors;
import io.jari.console.Consoles;
import io.jari.console.revenue.InventoryPage.ChangeRow;
import io.jari.console.revenue.InventoryPage.Choice;
import io.jari.console.revenue.InventoryPage.Preview;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomType;
import io.jari.hotel.RoomTypes;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.rate.PriceLook;
import io.jari.rate.RateChange;
import io.jari.revenue.Figures;
import io.jari.revenue.Inventory;
import io.jari.revenue.WalkRisks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The inventory grid, and what is changed in it. */
@Path("/staff/hotels/{hotelID}/inventory")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class InventoryPageResource {
    private static final int RECENT = 12;
    private static final List<Integer> DAYS = List.of(14, 31);

    private final Hotels hotels;
    private final RoomTypes types;
    private final Inventory inventory;
    private final WalkRisks risks;
    private final Figures figures;
    private final PriceLook prices;
    private final Consoles consoles;
    private final Actors actors;
    private final CurrentVisit current;

    InventoryPageResource(
            Hotels hotels,
            RoomTypes types,
            Inventory inventory,
            WalkRisks risks,
            Figures figures,
            PriceLook prices,
            Consoles consoles,
            Actors actors,
            CurrentVisit current) {
        this.actors = actors;
        this.hotels = hotels;
        this.types = types;
        this.inventory = inventory;
        this.risks = risks;
        this.figures = figures;
        this.prices = prices;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.REVENUE, page = true)
    @Operation(hidden = true)
    public Response grid(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> page(visit, caller, hotelId));
    }

    private Response page(Visit visit, Caller caller, int hotelId) {
        var t = visit.texts();
        var form = new Form(visit.query());
        var hotel = hotels.find(hotelId);
        var known = types.list(hotelId);
        var today = figures.today(hotelId);
        var asked = RateForm.date(form.text("from"));
        var from = asked == null || asked.isBefore(today) ? today : asked;
        var wanted = form.number("days");
        var days = wanted != null && DAYS.contains(wanted) ? wanted : DAYS.getFirst();
        var names = names(t, known);
        var words = new ChangeWords(t, hotel.details().currency(), names);
        var risk = risks.of(hotelId);
        var rates = form.maybe("what") == null
                ? RateForm.blank(from, names.keySet())
                : RateForm.read(t, form, Currency.getInstance(hotel.details().currency()));
        @Nullable Preview preview = null;
        try {
            preview = rates.body() == null
                    ? null
                    : new RatePreview(t, words, hotel.details().currency())
                            .of(rates.body(), prices.preview(hotelId, rates.body()));
        } catch (Problem problem) {
            rates = rates.refused(Flaws.of(t, "revenue.flaw.", problem));
        }
        var grid = new InventoryGrid(
                t,
                inventory.nights(hotelId, from, from.plusDays(days)),
                risk.absence().rate());
        return Response.ok(new InventoryPage(
                        consoles.hotel(visit, caller, hotelId, "revenue.inventory.title"),
                        "/staff/hotels/" + hotelId + "/inventory",
                        "/v1/hotels/" + hotelId,
                        grid.of(from, days, known),
                        rates,
                        choices(names, rates),
                        weekdays(t, rates),
                        preview,
                        changes(t, caller, words, ZoneId.of(hotel.details().timeZone()), hotelId),
                        RiskTable.of(
                                t,
                                risk,
                                hotel.settings(),
                                known,
                                caller.rights().allows(Role.MANAGER, hotelId))))
                .build();
    }

    static Map<String, String> names(Texts t, List<RoomType> types) {
        var names = new LinkedHashMap<String, String>();
        types.forEach(type -> names.put(type.roomTypeID(), t.pick(type.details().name())));
        return names;
    }

    private static List<Choice> choices(Map<String, String> names, RateForm rates) {
        return names.entrySet().stream()
                .map(type ->
                        new Choice(type.getKey(), type.getValue(), rates.types().contains(type.getKey())))
                .toList();
    }

    private static List<Choice> weekdays(Texts t, RateForm rates) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(
                        day.name(),
                        ChangeWords.weekday(t, day),
                        rates.weekdays().isEmpty() || rates.weekdays().contains(day.name())))
                .toList();
    }

    private List<ChangeRow> changes(Texts t, Caller caller, ChangeWords words, ZoneId zone, int hotelId) {
        var recent = prices.recent(hotelId, RECENT);
        var names = actors.of(
                t, caller, recent.stream().map(RateChange::actor).distinct().toList());
        return recent.stream().map(change -> row(t, names, words, zone, change)).toList();
    }

    static ChangeRow row(Texts t, Actors.Names names, ChangeWords words, ZoneId zone, RateChange change) {
        var undone = change.undoneBy();
        return new ChangeRow(
                change.changeID(),
                t.moment(change.at(), zone),
                names.say(change.actor()),
                words.of(change),
                undone == null ? "" : t.say("revenue.change.undone", undone));
    }
}
