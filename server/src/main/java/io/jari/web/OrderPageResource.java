package io.jari.web;

import io.jari.account.Caller;
import io.jari.booking.BookingBodies.NewReservation;
import io.jari.booking.BookingBodies.Order;
import io.jari.booking.Orders;
import io.jari.booking.Reserving;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** From an offer to a reservation. */
@Path("/order")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class OrderPageResource {
    private final Orders orders;
    private final Reserving reserving;
    private final Offers offers;
    private final Refusals refusals;
    private final Validator validator;
    private final Frames frames;
    private final CurrentVisit current;

    public OrderPageResource(
            Orders orders,
            Reserving reserving,
            Offers offers,
            Refusals refusals,
            Validator validator,
            Frames frames,
            CurrentVisit current) {
        this.orders = orders;
        this.reserving = reserving;
        this.offers = offers;
        this.refusals = refusals;
        this.validator = validator;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response order() {
        var visit = current.get();
        var stay = StayForm.of(new Form(visit.query()));
        return visit.signedIn(caller -> offer(visit, stay, GuestForm.fresh(caller.name(), stay.guests()), 200));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reserve(MultivaluedMap<String, String> fields) {
        var visit = current.get();
        var form = new Form(fields);
        var stay = StayForm.of(form);
        return visit.signedIn(stay.link(), caller -> {
            var guest = GuestForm.of(form).checked(validator, visit.texts());
            return guest.flaws().isEmpty() ? reserve(visit, caller, form, stay, guest) : offer(visit, stay, guest, 422);
        });
    }

    private Response reserve(Visit visit, Caller caller, Form form, StayForm stay, GuestForm guest) {
        var request = new NewReservation(
                form.text("reservationID"),
                stay.hotelId(),
                stay.roomTypeId(),
                stay.startDate(),
                stay.endDate(),
                stay.rooms(),
                form.text("quote"),
                guest.body(),
                form.text("askIfSimilar").equals("true"));
        var answer = reserving.reserve(request, caller).join();
        if (answer.getStatus() == 201) {
            return Visit.seeOther(Links.reservation(request.reservationId()));
        }
        var problem = Refusals.members(answer);
        var t = visit.texts();
        if (problem.get("order") instanceof Order fresh) {
            return page(visit, stay, fresh, guest, t.say("order.expired"), 409);
        }
        if (problem.get("most") instanceof Integer most) {
            return offer(visit, stay, guest.with(Map.of("partySize", t.count("flaw.most", most))), 422);
        }
        if (problem.get("similar") instanceof List<?> similar) {
            return refusals.similar(visit, form, similar);
        }
        return answer.getStatus() == 503
                ? refusals.tryAgain(visit, form)
                : refusals.soldOut(visit, stay, problem).orElse(answer);
    }

    private Response offer(Visit visit, StayForm stay, GuestForm guest, int status) {
        return switch (orders.order(stay.request()).join()) {
            case Orders.Ordered(Order order) -> page(visit, stay, order, guest, null, status);
            case Orders.Refused(Problem.Draft draft) -> {
                var answer = draft.response();
                yield refusals.soldOut(visit, stay, Refusals.members(answer)).orElse(answer);
            }
        };
    }

    private Response page(
            Visit visit, StayForm stay, Order order, GuestForm guest, @Nullable String notice, int status) {
        var t = visit.texts();
        return Response.status(status)
                .entity(new OrderPage(
                        frames.of(visit, t.say("order.title")), offers.view(t, stay, order), stay, guest, notice))
                .build();
    }
}
