package io.jari.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Cancellations of dates as JSON. Amounts are in minor units. */
final class DateCancellationBodies {
    private DateCancellationBodies() {}

    @Schema(name = "NewDateCancellation")
    record NewCancellation(
            @NotBlank @Size(max = 200) @Schema(examples = "The singer is ill")
            String reason) {}

    /** That a date is canceled. */
    @Schema(name = "DateCancellation")
    record CancellationBody(
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,
            String reason,
            String canceledBy,
            Instant canceledAt) {
        static CancellationBody of(DateCancellation c) {
            return new CancellationBody(
                    Integer.toString(c.concertId()),
                    Integer.toString(c.dateId()),
                    c.reason(),
                    c.actor(),
                    c.canceledAt());
        }
    }

    /** How far what follows from it has come. */
    @Schema(name = "DateCancellationProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressBody(
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,
            String reason,
            String canceledBy,
            Instant canceledAt,

            @Schema(description = "When nothing was held or sold any more") @Nullable
            Instant clearedAt,

            @Schema(
                    description = "for_a_person: see to the refunds listed",
                    enumeration = {"clearing", "refunding", "for_a_person", "done"})
            String status,

            @Schema(description = "Of all holds and orders: ended, and the money, if there was any, is back. 0 to 1")
            double share,

            @Schema(description = "Seats held and not bought")
            Ended holds,

            @Schema(description = "Holds that were bought") Ended orders,

            Ended tickets,

            @Schema(description = "By currency, of all money that went or goes back since it was canceled")
            List<DateRefunds> refunds,

            @Schema(description = "At the rate of the last minute; none while nothing was seen to move") @Nullable
            Instant estimatedEnd,

            @Schema(description = "Refunds that a person must see to, the first 200")
            List<OpenRefund> forAPerson) {}

    /** How many there were when the date was canceled, and how many of them have ended since. */
    @Schema(name = "DateCancellationEnded")
    record Ended(int found, int ended) {}

    @Schema(name = "DateCancellationRefunds")
    record DateRefunds(
            String currency,

            @Schema(description = "A provider is to give it back")
            RefundSum requested,

            RefundSum done,

            @Schema(description = "Refused for good: a person must see to it")
            RefundSum failed) {}
}
