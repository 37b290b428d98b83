package io.jari.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The types of events that are offered to other programs. What else the journal tells stays inside. */
public final class EventTypes {
    /** Each with what it says. */
    static final String TABLE = """
            reservation.created | A stay was reserved; it is to be paid.
            reservation.paid | A stay was paid.
            reservation.changed | Dates, rooms or price of a stay changed.
            reservation.canceled | A stay was canceled, or ran out of time to pay.
            reservation.fee-waived | The fee of a canceled stay was given up.
            stay.checked_in | Guests arrived and have their rooms.
            stay.moved | Guests moved to another room.
            stay.checked_out | Guests left.
            stay.no_show | Guests did not come.
            stay.walked | Guests were sent to another house.
            payment.begun | An attempt to pay began.
            payment.captured | A payment was captured.
            payment.failed | An attempt to pay was refused.
            payment.expired | An attempt to pay ran out of time.
            payment.surplus | Money came for what could no longer be had; it goes back.
            refund.requested | Money is to go back.
            refund.refused | A provider would not refund; a person sees to it after some tries.
            refund.done | Money went back.
            refund.settled | A person saw to a refund.
            hold.made | Seats were held for a while.
            hold.extended | A hold lasts longer.
            hold.taken-over | The seats of a hold that had run out went to another.
            hold.released | Held seats were given back.
            hold.expired | A hold ran out.
            hold.sold | Held seats were paid: they are tickets.
            hold.refunded | Tickets were given back.
            ticket.used | A ticket was used at the door.
            seats.blocked | Seats of a date were taken out of sale.
            seats.unblocked | Seats of a date are for sale again.
            date.created | A date was added to a concert.
            date.changed | The terms of a date changed.
            date.prices-changed | The prices of a date changed.
            date.paused | The sale of a date was paused.
            date.resumed | The sale of a date goes on.
            date.postponed | A date was moved to another day, or to one that nobody knows yet.
            date.canceled | A date was canceled; what was paid goes back.
            """;

    /** In the order of the list. */
    private static final Map<String, String> OFFERED = offered();

    /** Words of staff, in which a person may be named. */
    private static final Map<String, List<String>> KEPT_INSIDE = Map.of("stay.walked", List.of("reason", "to"));

    private EventTypes() {}

    private static Map<String, String> offered() {
        var offered = new LinkedHashMap<String, String>();
        TABLE.lines()
                .map(line -> line.split(" \\| ", 2))
                .forEach(parts -> offered.put(parts[0].strip(), parts[1].strip()));
        return offered;
    }

    /** All names, in the order of the list. */
    public static Set<String> names() {
        return OFFERED.keySet();
    }

    public static boolean isOffered(String type) {
        return OFFERED.containsKey(type);
    }

    /** A type and what it says. */
    @Schema(name = "EventType")
    public record TypeBody(String type, String says) {}

    public static List<TypeBody> list() {
        return OFFERED.entrySet().stream()
                .map(e -> new TypeBody(e.getKey(), e.getValue()))
                .toList();
    }

    /** What of an event's body is told. */
    static @Nullable JsonNode told(String type, @Nullable JsonNode body) {
        var inside = KEPT_INSIDE.get(type);
        return inside == null || !(body instanceof ObjectNode object)
                ? body
                : object.deepCopy().without(inside);
    }
}
