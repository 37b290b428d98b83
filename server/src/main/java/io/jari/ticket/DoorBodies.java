package io.jari.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.http.TextBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What doors send and are told. */
public final class DoorBodies {
    private DoorBodies() {}

    /** Somebody shows a ticket. */
    @Schema(name = "NewCheckIn")
    record NewCheckIn(
            @NotNull
            @Size(min = 1, max = 200)
            @Schema(
                    description = "What the QR code says; or its last six characters",
                    examples = "JT1.31.4Zq0d2Vw.8fK3nLx2")
            String token,

            @NotBlank @Size(max = 40) @Schema(examples = "North 2")
            String gate) {}

    /** What to do with whoever stands there. */
    @Schema(name = "TicketCheckIn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckInBody(
            @Schema(
                    description = "valid: let them in",
                    enumeration = {"valid", "used", "refunded", "canceled", "wrong-date", "forged"})
            String result,

            @Nullable DoorSeat seat,

            @Schema(description = "When it was used: now, or before") @Nullable
            Instant usedAt,

            @Schema(description = "Where it was used") @Nullable
            String gate,

            @Schema(description = "wrong-date: what it is a ticket for") @Nullable
            OtherDate other) {}

    /** Where somebody sits. */
    @Schema(name = "DoorSeat")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoorSeat(
            String zone,
            String row,
            String number,
            String category,
            @Nullable String mark) {}

    /** What a ticket is for. */
    @Schema(name = "OtherDate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OtherDate(
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,
            TextBody title,
            @Nullable Instant startsAt,
            String timeZone) {}

    /** How far the doors have come. */
    @Schema(name = "CheckIns")
    public record CheckInsBody(int sold, int admitted, List<GateBody> gates) {}

    @Schema(name = "Gate")
    public record GateBody(String gate, int admitted) {}

    /** Every ticket of a date, for the day on which no scanner works. */
    @Schema(name = "DoorList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoorListBody(
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,
            TextBody title,
            TextBody hall,
            @Nullable Instant startsAt,
            String timeZone,
            List<DoorTicket> tickets) {}

    /** A ticket on the list. */
    @Schema(name = "DoorTicket")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DoorTicket(
            String zone,
            String row,
            String number,
            String category,
            @Nullable String mark,

            @Schema(description = "First and last letter of who bought it", examples = "김…수")
            String holder,

            @Schema(description = "The last characters of the token, to be compared with what stands below its QR code")
            String last6,

            @Nullable Instant usedAt) {}
}
