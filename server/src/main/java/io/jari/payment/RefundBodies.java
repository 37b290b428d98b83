package io.jari.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Refunds as staff see and settle them. */
public final class RefundBodies {
    private RefundBodies() {}

    /** A refund in a list: whose, and since when. */
    @Schema(name = "RefundLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundLine(
            @JsonProperty("paymentID") String paymentId,

            @JsonProperty("hotelID") @Schema(description = "Of a reservation") @Nullable
            String hotelId,

            @JsonProperty("concertID") @Schema(description = "Of tickets") @Nullable
            String concertId,

            @JsonProperty("dateID") @Nullable String dateId,

            int n,

            @Schema(description = "Who is to give it back: a provider, wallet, or desk")
            String provider,

            @Schema(
                    description = "requested of the desk: it owes the money",
                    enumeration = {"requested", "done", "failed"})
            String status,

            @Schema(description = "Minor units") long amount,
            String currency,

            @Schema(description = "canceled, goodwill, surplus, night_closed, date_canceled …")
            String why,

            @Schema(description = "How often the provider refused")
            int refusals,

            @Schema(
                    description =
                            "What the provider said, or how a person settled it; provider_unavailable: it was asked for long, and said"
                                    + " neither yes nor no, so look there before the money is handed out")
            @Nullable
            String reason,

            Instant askedAt,
            @Nullable Instant doneAt) {}

    @Schema(name = "RefundList")
    public record RefundList(List<RefundLine> refunds) {}

    /** How a person handed the money out. */
    @Schema(name = "RefundSettlement")
    record Settlement(
            @NotBlank @Size(max = 200) @Schema(examples = "bank transfer 2027-05-04/17")
            String how) {}
}
