package io.jari.web;

import io.jari.booking.AvailabilityBody;
import io.jari.booking.FreeRooms;
import io.jari.db.DatabaseClock;
import io.jari.hotel.Hotel;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomType;
import io.jari.hotel.RoomTypes;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.PublicPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A hotel's page. */
@Path("/hotels/{hotelID}")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class HotelPageResource {
    private final Hotels hotels;
    private final RoomTypes roomTypes;
    private final FreeRooms freeRooms;
    private final DatabaseClock clock;
    private final Frames frames;
    private final CurrentVisit current;

    public HotelPageResource(
            Hotels hotels,
            RoomTypes roomTypes,
            FreeRooms freeRooms,
            DatabaseClock clock,
            Frames frames,
            CurrentVisit current) {
        this.hotels = hotels;
        this.roomTypes = roomTypes;
        this.freeRooms = freeRooms;
        this.clock = clock;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @PublicPage
    @Operation(hidden = true)
    public TemplateInstance hotel(@PathParam("hotelID") String hotelId, @QueryParam("month") @Nullable String month) {
        var visit = current.get();
        var asked = asked(visit, hotelId);
        var types = types(visit.texts(), hotelId, asked.wish());
        return new HotelPage(
                frames.of(visit, asked.view().name()),
                asked.wish(),
                asked.view(),
                types,
                types.isEmpty() ? null : calendar(visit.texts(), asked, null, month));
    }

    @GET
    @PublicPage
    @Path("/room-types/{roomTypeID}")
    @Operation(hidden = true)
    public TemplateInstance roomType(
            @PathParam("hotelID") String hotelId,
            @PathParam("roomTypeID") String roomTypeId,
            @QueryParam("month") @Nullable String month) {
        var visit = current.get();
        var asked = asked(visit, hotelId);
        var link = Links.roomType(hotelId, roomTypeId, asked.wish());
        var type = types(visit.texts(), hotelId, asked.wish()).stream()
                .filter(row -> row.link().equals(link))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("room type").exception());
        return new RoomTypePage(
                frames.of(visit, type.name() + ", " + asked.view().name()),
                asked.wish(),
                asked.view(),
                type,
                calendar(visit.texts(), asked, roomTypeId, month),
                Links.hotel(hotelId, asked.wish()));
    }

    /** What a visitor wishes of a hotel that is there. */
    private record Asked(String hotelId, LocalDate today, Wish wish, HotelPage.HotelView view) {}

    private Asked asked(Visit visit, String hotelId) {
        if (!hotelId.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound("hotel").exception();
        }
        current.sameWhile(freeRooms.mayStillBeTold(Integer.parseInt(hotelId)));
        var hotel = hotels.find(Integer.parseInt(hotelId));
        var today = LocalDate.ofInstant(clock.now(), ZoneId.of(hotel.details().timeZone()));
        return new Asked(hotelId, today, Wish.of(visit.query(), today), view(visit.texts(), hotel));
    }

    /** @param only one room type's nights; null: the lowest price of all */
    private NightCalendar calendar(Texts t, Asked asked, @Nullable String only, @Nullable String wanted) {
        var wish = asked.wish();
        var month = NightCalendar.month(wanted, wish, asked.today());
        var all = freeRooms
                .of(Integer.parseInt(asked.hotelId()), NightCalendar.nights(month), wish.rooms(), wish.guests())
                .join()
                .orElseThrow();
        var shown = all.roomTypes().stream()
                .filter(type -> only == null || type.roomTypeId().equals(only))
                .toList();
        var page = "/hotels/" + asked.hotelId() + (only == null ? "" : "/room-types/" + only);
        var free =
                new AvailabilityBody(all.hotelId(), all.startDate(), all.endDate(), all.rooms(), all.currency(), shown);
        return NightCalendar.of(t, free, month, wish, page, asked.today());
    }

    private static HotelPage.HotelView view(Texts t, Hotel hotel) {
        var d = hotel.details();
        return new HotelPage.HotelView(
                Links.hotelPicture(hotel.hotelID()),
                t.pick(d.name()),
                t.pick(d.city()),
                t.pick(d.address()),
                t.pick(d.description()),
                t.time(d.checkIn()),
                t.time(d.checkOut()),
                d.closed());
    }

    private List<HotelPage.TypeRow> types(Texts t, String hotelId, Wish wish) {
        var id = Integer.parseInt(hotelId);
        Map<String, RoomType> known =
                roomTypes.list(id).stream().collect(Collectors.toMap(RoomType::roomTypeID, Function.identity()));
        return freeRooms.of(id, wish.nights(), wish.rooms(), wish.guests()).join().stream()
                .flatMap(free -> free.roomTypes().stream()
                        .map(type -> row(t, hotelId, wish, free.currency(), type, known.get(type.roomTypeId()))))
                .toList();
    }

    private static HotelPage.TypeRow row(
            Texts t, String hotelId, Wish wish, String currency, AvailabilityBody.Type type, @Nullable RoomType known) {
        var order =
                Links.order(hotelId, type.roomTypeId(), wish.startDate(), wish.endDate(), wish.rooms(), wish.guests());
        return new HotelPage.TypeRow(
                Links.roomType(hotelId, type.roomTypeId(), wish),
                Links.roomPicture(hotelId, type.roomTypeId()),
                t.pick(type.name()),
                known == null ? "" : t.pick(known.details().description()),
                t.count("sleeps", type.maxGuests()),
                t.money(type.total()),
                t.count("nights", wish.nights().nights()) + ", " + t.count("rooms", wish.rooms()),
                type.left() == null ? null : t.count("left", type.left()),
                type.available() ? order : null,
                type.nights().stream()
                        .map(night -> night(t, currency, night, wish.rooms()))
                        .toList());
    }

    private static HotelPage.NightRow night(Texts t, String currency, AvailabilityBody.Night night, int rooms) {
        return new HotelPage.NightRow(
                t.shortDate(night.date()),
                t.money(night.price(), currency, rooms),
                night.reason() == null ? null : t.say("reason." + night.reason()),
                night.why().stream().map(why -> t.pick(why.text())).toList());
    }
}
