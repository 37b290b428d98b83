package io.jari.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tickets as JSON. */
public final class TicketBodies {
    private TicketBodies() {}

    /** A seat that was sold. */
    @Schema(name = "Ticket")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TicketBody(
            @JsonProperty("ticketID") String ticketId,
            @JsonProperty("holdID") String holdId,
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,
            @JsonProperty("seatID") String seatId,
            String zone,
            String row,
            String number,

            @Schema(enumeration = {"wheelchair", "companion", "restricted_view"}) @Nullable
            String mark,

            String category,
            MoneyBody price,
            TextBody title,
            TextBody hall,

            @Schema(description = "Left out while nobody knows until when the date is postponed") @Nullable
            Instant startsAt,

            String timeZone,
            Instant bookedAt,

            @Schema(enumeration = {"valid", "used", "refunded", "canceled"})
            String status,

            @Schema(description = "When somebody came in with it") @Nullable
            Instant usedAt,

            @Schema(description = "What the door reads from the QR code: only for its owner, while it is good")
            @Nullable
            String token) {}

    @Schema(name = "TicketList")
    record TicketList(List<TicketBody> tickets) {}

    static TicketBody of(Ticket t, @Nullable String token) {
        return new TicketBody(
                t.id().text(),
                t.id().holdId(),
                Integer.toString(t.concertId()),
                Integer.toString(t.dateId()),
                t.guid(),
                t.zone(),
                t.row(),
                t.number(),
                t.mark(),
                t.category(),
                new MoneyBody(t.price(), t.currency()),
                t.title(),
                t.hall(),
                t.startsAt(),
                t.timeZone(),
                t.bookedAt(),
                t.status().name().toLowerCase(Locale.ROOT),
                t.usedAt(),
                token);
    }
}
