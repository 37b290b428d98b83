package io.jari.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holding seats takes and gives as JSON. */
public final class HoldBodies {
    static final String NUMBER = "[1-9][0-9]{0,8}";
    static final int MOST_SEATS = 20;

    private HoldBodies() {}

    /** Seats of one date: these, or the best there are. */
    @Schema(name = "NewSeatHold")
    public record NewHold(
            @NotNull @Pattern(regexp = NUMBER) @JsonProperty("dateID") @Schema(examples = "1")
            String dateId,

            @Schema(description = "All of these or none")
            @JsonProperty("seatIDs")
            @Size(min = 1, max = MOST_SEATS)
            @Nullable
            List<@NotNull @Size(min = 1, max = 100) String> seatIds,

            @Schema(description = "Instead of seatIDs: seats side by side, the best that are free") @Valid @Nullable
            Best bestAvailable) {}

    /** So many seats side by side. */
    @Schema(name = "BestAvailable")
    public record Best(
            @NotNull @Min(1) @Max(MOST_SEATS) @Schema(examples = "2")
            Integer seats,

            @Schema(description = "The category's name; left out: any, the dearest first", examples = "R")
            @Size(min = 1, max = 100)
            @Nullable
            String category) {}

    /** Seats set aside for one person, and what became of them. */
    @Schema(name = "SeatHold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldBody(
            @JsonProperty("holdID") String holdId,
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,

            @Schema(enumeration = {"held", "sold", "released", "expired", "refunded"})
            String status,

            @Schema(
                    description = "Why it ended",
                    enumeration = {"guest", "staff", "time", "taken_over", "date_canceled"})
            @Nullable
            String reason,

            List<HeldSeat> seats,

            @Schema(description = "While it is held: until then nobody else gets the seats") @Nullable
            Instant heldUntil,

            @Schema(description = "Whether more time was given already")
            boolean extended,

            PaymentDue payment,
            Instant createdAt) {}

    /** A seat of a hold; price in minor units. */
    @Schema(name = "HeldSeat")
    public record HeldSeat(
            @JsonProperty("seatID") String seatId,
            String zone,
            String row,
            String number,
            String category,
            long price,

            @Schema(description = "wheelchair, companion or restricted_view; left out where it is neither")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String mark) {}

    /** What is to be paid, by POST /v1/payments with this holdID, in minor units. */
    @Schema(name = "PaymentDue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentDue(
            long amount, String currency, @Nullable Instant payBy) {}

    /** Why a seat was refused. */
    @Schema(name = "RefusedSeat")
    public record RefusedSeat(
            @JsonProperty("seatID") String seatId,

            @Schema(enumeration = {"taken", "limit"}) String reason) {}

    /** Seats to take out of sale, or to put back. */
    @Schema(name = "BlockedSeats")
    record Blocking(
            @NotNull @JsonProperty("seatIDs") @Size(min = 1, max = 5_000) @Schema(examples = "[\"R-1-1\", \"R-1-2\"]")
            List<@NotNull @Size(min = 1, max = 100) String> seatIds,

            @NotNull @Schema(description = "false puts them on sale again")
            Boolean blocked) {}

    /** How many seats changed; the others were so before. */
    @Schema(name = "BlockedSeatsAnswer")
    record BlockingDone(int changed) {}

    /** More time for everybody who holds seats of a date. */
    @Schema(name = "HoldMinutes")
    record MoreMinutes(
            @NotNull @Min(1) @Max(60) @Schema(examples = "5")
            Integer minutes) {}

    /** How many holds have more time. */
    @Schema(name = "HoldMinutesAnswer")
    record MoreMinutesDone(int holds) {}
}
