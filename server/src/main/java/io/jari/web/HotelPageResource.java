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
import io.jari.page.Texts;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
    @Operation(hidden = true)
    public TemplateInstance hotel(@PathParam("hotelID") String hotelId) {
        var visit = current.get();
        if (!hotelId.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound("hotel").exception();
        }
        var hotel = hotels.find(Integer.parseInt(hotelId));
        var today = LocalDate.ofInstant(clock.now(), ZoneId.of(hotel.details().timeZone()));
        var wish = Wish.of(visit.query(), today);
        var view = view(visit.texts(), hotel);
        return new HotelPage(frames.of(visit, view.name()), wish, view, types(visit.texts(), hotelId, wish));
    }

    private static HotelPage.HotelView view(Texts t, Hotel hotel) {
        var d = hotel.details();
        return new HotelPage.HotelView(
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
                t.pick(type.name()),
                known == null ? "" : t.pick(known.details().description()),
                t.count("sleeps", type.maxGuests()),
                t.money(type.total()),
                t.count("nights", wish.nights().nights()) + ", " + t.count("rooms", wish.rooms()),
                type.left() == null ? null : t.count("left", type.left()),
                type.available() ? order : null,
                type.nights().stream().map(night -> night(t, currency, night)).toList());
    }

    private static HotelPage.NightRow night(Texts t, String currency, AvailabilityBody.Night night) {
        return new HotelPage.NightRow(
                t.shortDate(night.date()),
                t.money(night.price(), currency),
                night.reason() == null ? null : t.say("reason." + night.reason()),
                night.why().stream().map(why -> t.pick(why.text())).toList());
    }
}
