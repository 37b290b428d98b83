package io.jari.console.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.console.Console;
import io.jari.console.Consoles;
import io.jari.console.Zones;
import io.jari.console.revenue.HousePages.HouseAboutPage;
import io.jari.console.revenue.HousePages.HouseRoomPage;
import io.jari.console.revenue.HousePages.HouseRoomsPage;
import io.jari.console.revenue.HousePages.HouseTypePage;
import io.jari.console.revenue.HousePages.HouseTypesPage;
import io.jari.console.revenue.HousePages.Place;
import io.jari.console.revenue.HousePages.RoomRow;
import io.jari.console.revenue.HousePages.Tab;
import io.jari.console.revenue.HousePages.TypeRow;
import io.jari.console.revenue.InventoryPage.Choice;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomType;
import io.jari.hotel.RoomTypes;
import io.jari.hotel.Rooms;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.revenue.WalkRiskBodies.TypeRisks;
import io.jari.revenue.WalkRisks;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The hotel itself, as its manager writes it: what guests read, its settings, room types and rooms. */
@Path("/staff/hotels/{hotelID}/house")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class HousePageResource {
    private static final int ROOMS_A_PAGE = 100;

    private final Hotels hotels;
    private final RoomTypes types;
    private final Rooms rooms;
    private final WalkRisks risks;
    private final Consoles consoles;
    private final CurrentVisit current;

    HousePageResource(
            Hotels hotels, RoomTypes types, Rooms rooms, WalkRisks risks, Consoles consoles, CurrentVisit current) {
        this.hotels = hotels;
        this.types = types;
        this.rooms = rooms;
        this.risks = risks;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.MANAGER, page = true)
    @Operation(hidden = true)
    public Response about(@PathParam("hotelID") int hotelId) {
        return page(hotelId, "", (visit, console) -> {
            var hotel = hotels.find(hotelId);
            var removes = Callers.of(visit.who()).rights().allows(Role.ADMINISTRATOR, Scope.ALL);
            return new HouseAboutPage(console, place(visit.texts(), hotelId, ""), hotel, Zones.all(), removes);
        });
    }

    @GET
    @Path("/room-types")
    @Access(value = By.MANAGER, page = true)
    @Operation(hidden = true)
    public Response types(@PathParam("hotelID") int hotelId) {
        return page(hotelId, "/room-types", (visit, console) -> {
            var hotel = hotels.find(hotelId);
            var risk = byType(hotelId);
            var digits = Currency.getInstance(hotel.details().currency()).getDefaultFractionDigits();
            return new HouseTypesPage(
                    console,
                    place(visit.texts(), hotelId, "/room-types"),
                    hotel,
                    digits,
                    types.list(hotelId).stream()
                            .map(type -> row(visit.texts(), type, risk))
                            .toList());
        });
    }

    private Map<String, TypeRisks> byType(int hotelId) {
        return risks.of(hotelId).roomTypes().stream().collect(Collectors.toMap(TypeRisks::roomTypeID, one -> one));
    }

    private static TypeRow row(Texts t, RoomType type, Map<String, TypeRisks> risk) {
        var d = type.details();
        var found = Objects.requireNonNull(risk.get(type.roomTypeID())).risks();
        return new TypeRow(
                type.roomTypeID(),
                d.code(),
                t.pick(d.name()),
                d.maxGuests(),
                d.rank(),
                found.rooms(),
                found.overbookingPercent() + " %",
                d.closed());
    }

    @GET
    @Path("/room-types/{roomTypeID}")
    @Access(value = By.MANAGER, page = true)
    @Operation(hidden = true)
    public Response type(@PathParam("hotelID") int hotelId, @PathParam("roomTypeID") int roomTypeId) {
        return page(hotelId, "/room-types", (visit, console) -> {
            var type = types.find(hotelId, roomTypeId);
            var found = Objects.requireNonNull(byType(hotelId).get(type.roomTypeID()));
            return new HouseTypePage(
                    console,
                    place(visit.texts(), hotelId, "/room-types"),
                    hotels.find(hotelId),
                    type,
                    found.risks().rooms());
        });
    }

    @GET
    @Path("/rooms")
    @Access(value = By.MANAGER, page = true)
    @Operation(hidden = true)
    public Response rooms(@PathParam("hotelID") int hotelId) {
        return page(hotelId, "/rooms", (visit, console) -> {
            var place = place(visit.texts(), hotelId, "/rooms");
            var after = new Form(visit.query()).number("after");
            var names = InventoryPageResource.names(visit.texts(), types.list(hotelId));
            var found = rooms.page(hotelId, after == null ? 0 : after, ROOMS_A_PAGE);
            var next = found.size() < ROOMS_A_PAGE
                    ? ""
                    : place.base() + "/rooms?after=" + found.getLast().roomID();
            return new HouseRoomsPage(
                    console,
                    place,
                    choices(names, ""),
                    found.stream()
                            .map(room -> new RoomRow(
                                    room.roomID(),
                                    room.details().number(),
                                    room.details().floor(),
                                    names.getOrDefault(room.details().roomTypeID(), "")))
                            .toList(),
                    next);
        });
    }

    @GET
    @Path("/rooms/{roomID}")
    @Access(value = By.MANAGER, page = true)
    @Operation(hidden = true)
    public Response room(@PathParam("hotelID") int hotelId, @PathParam("roomID") int roomId) {
        return page(hotelId, "/rooms", (visit, console) -> {
            var room = rooms.find(hotelId, roomId);
            var names = InventoryPageResource.names(visit.texts(), types.list(hotelId));
            return new HouseRoomPage(
                    console,
                    place(visit.texts(), hotelId, "/rooms"),
                    room,
                    choices(names, room.details().roomTypeID()));
        });
    }

    private static List<Choice> choices(Map<String, String> names, String chosen) {
        return names.entrySet().stream()
                .map(type ->
                        new Choice(type.getKey(), type.getValue(), type.getKey().equals(chosen)))
                .toList();
    }

    private Response page(int hotelId, String tab, BiFunction<Visit, Console, TemplateInstance> made) {
        var visit = current.get();
        return visit.signedIn(caller -> Response.ok(made.apply(visit, console(visit, caller, hotelId, tab)))
                .build());
    }

    private Console console(Visit visit, Caller caller, int hotelId, String tab) {
        return consoles.hotel(visit, caller, hotelId, "revenue.house.title" + tab.replace("/", "."));
    }

    private static Place place(Texts t, int hotelId, String current) {
        var base = "/staff/hotels/" + hotelId + "/house";
        return new Place(
                base,
                "/v1/hotels/" + hotelId,
                Stream.of("", "/room-types", "/rooms")
                        .map(tab -> new Tab(
                                t.say("revenue.house.tab" + tab.replace("/", ".")), base + tab, tab.equals(current)))
                        .toList());
    }
}
