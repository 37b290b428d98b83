package io.jari.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.reconciliation.FreshLogs;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened with payments, as JSON. */
public final class TimelineBodies {
    private TimelineBodies() {}

    /** Something that happened. */
    @Schema(name = "TimelineEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventBody(
            Instant at,

            @Schema(description = "journal and wallet: here; callback: what the provider told; log: the provider's own")
            String source,

            @Schema(examples = "payment.captured") String what,

            @Schema(description = "Of what: an attempt, a refund, a transfer") @Nullable
            String reference,

            @Schema(description = "In minor units") @Nullable
            Long amount,

            @Nullable String currency,
            @Nullable String note) {}

    /** One payment from both sides. */
    @Schema(name = "PaymentTimeline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimelineBody(
            @JsonProperty("paymentID") String paymentId,
            @JsonProperty("hotelID") @Nullable String hotelId,
            @JsonProperty("concertID") @Nullable String concertId,
            @JsonProperty("dateID") @Nullable String dateId,

            @Schema(description = "In which the verdict tells dates", examples = "Asia/Seoul")
            String timeZone,

            @Schema(description = "What is the case, in one sentence")
            String verdict,

            PaymentBody payment,
            List<EventBody> events) {}

    /** How far a provider's log is known. */
    @Schema(name = "TimelineLog")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LogBody(
            String provider,

            @Schema(
                    description =
                            "Whether it was read to its end for this answer; if not, the provider could not be reached in time")
            boolean fresh,

            @Schema(description = "What had happened by then is in it") @Nullable
            Instant readAt) {
        static LogBody of(FreshLogs.Known known) {
            return new LogBody(known.provider(), known.fresh(), known.readAt());
        }
    }

    /** The answer to "was I charged twice?". */
    @Schema(name = "PaymentTimelines")
    public record TimelinesBody(
            @Schema(examples = "Charged once: ₩300,000 on card …4242 on 3 May 2027; nothing was captured twice.")
            String verdict,

            List<TimelineBody> payments,
            List<LogBody> logs) {}
}
