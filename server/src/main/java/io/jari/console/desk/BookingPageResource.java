package io.jari.console.desk;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.booking.FreeRooms;
import io.jari.booking.Orders;
import io.jari.booking.StayRequest;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Books for somebody who calls. */
@Path("/staff/hotels/{hotelID}/booking")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class BookingPageResource {
    private final FreeRooms freeRooms;
    private final Orders orders;
    private final Desks desks;
    private final CurrentVisit current;

    BookingPageResource(FreeRooms freeRooms, Orders orders, Desks desks, CurrentVisit current) {
        this.freeRooms = freeRooms;
        this.orders = orders;
        this.desks = desks;
        this.current = current;
    }

    @GET
    @Access(value = By.DESK, page = true)
    @Operation(hidden = true)
    public Response booking(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var desk = desks.of(visit, caller, hotelId);
            var wish = BookingWish.of(new Form(visit.query()), desk.today());
            return Response.ok(wish.type() == null || wish.flaw() != null ? choosing(desk, wish) : ordering(desk, wish))
                    .build();
        });
    }

    private BookingPage choosing(Desk desk, BookingWish wish) {
        return page(desk, wish, null, "", List.of());
    }

    private BookingPage ordering(Desk desk, BookingWish wish) {
        var stay = StayRequest.of(
                desk.hotel().hotelID(), String.valueOf(wish.type()), wish.startDate(), wish.endDate(), wish.rooms());
        return switch (orders.order(stay).join()) {
            case Orders.Ordered(var order) ->
                page(desk, wish, BookingViews.order(desk, wish, order), BookingViews.notice(desk, wish), List.of());
            case Orders.Refused(Problem.Draft draft) -> {
                var problem = draft.response().getEntity() instanceof Map<?, ?> members ? members : Map.of();
                yield page(
                        desk,
                        wish,
                        null,
                        BookingViews.refusal(desk, wish, problem),
                        BookingViews.nearest(desk, wish, problem));
            }
        };
    }

    private BookingPage page(
            Desk desk,
            BookingWish wish,
            BookingPage.@Nullable Order order,
            String notice,
            List<BookingPage.Nearest> nearest) {
        return new BookingPage(
                desks.console(desk, "desk.booking.title"),
                desk.base(),
                wish,
                types(desk, wish),
                order,
                notice,
                nearest);
    }

    private List<BookingPage.Type> types(Desk desk, BookingWish wish) {
        return wish.flaw() != null
                ? List.of()
                : freeRooms
                        .of(desk.hotelId(), wish.nights(), wish.rooms(), wish.guests())
                        .join()
                        .map(found -> found.roomTypes().stream()
                                .map(type -> BookingViews.type(desk, wish, found.currency(), type))
                                .toList())
                        .orElseGet(List::of);
    }
}
