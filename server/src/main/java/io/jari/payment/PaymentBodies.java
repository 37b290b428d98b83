package io.jari.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Payments as JSON. */
public final class PaymentBodies {
    private PaymentBodies() {}

    /** What is to be paid, and how. */
    @Schema(name = "NewPayment")
    public record NewPayment(
            @JsonProperty("reservationID")
            @Size(max = 40)
            @Schema(description = "What is paid for: a reservation …")
            @Nullable
            String reservationId,

            @JsonProperty("holdID") @Size(max = 40) @Schema(description = "… seats that are held …") @Nullable
            String holdId,

            @JsonProperty("chargeID") @Size(max = 40) @Schema(description = "… or a charge of the wallet") @Nullable
            String chargeId,

            @NotNull @Pattern(regexp = "card|wallet", message = "must be card or wallet") @Schema(examples = "card")
            String method) {}

    /** A payment as it stands. Amounts are in minor units of the currency. */
    @Schema(name = "Payment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentBody(
            @JsonProperty("paymentID") String paymentId,
            @JsonProperty("reservationID") @Nullable String reservationId,
            @JsonProperty("holdID") @Nullable String holdId,
            @JsonProperty("chargeID") @Nullable String chargeId,

            @Schema(
                    enumeration = {
                        "open",
                        "processing",
                        "paid",
                        "refunding",
                        "partly_refunded",
                        "refunded",
                        "refund_failed",
                        "closed"
                    })
            String status,

            long amount,
            String currency,
            @Schema(description = "Captured for it") long captured,

            @Schema(description = "Given back, the money moved")
            long refunded,

            @Schema(description = "When the first attempt began") @Nullable
            Instant begunAt,

            @Schema(description = "Until when it can be paid") @Nullable
            Instant payBy,

            @Schema(description = "Where the guest is to go next") @Nullable
            Next next,

            List<AttemptBody> attempts,
            List<RefundBody> refunds,

            @Schema(description = "Rises with each change; GET with wait and after waits for the next")
            long version) {}

    /** Where a guest pays. */
    @Schema(name = "NextStep")
    public record Next(@JsonProperty("redirectURL") String redirectUrl) {}

    /** One try to pay. */
    @Schema(name = "PaymentAttempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptBody(
            int n,
            String method,
            String provider,

            @Schema(enumeration = {"created", "processing", "succeeded", "failed", "expired", "surplus"})
            String status,

            long amount,
            @Nullable String reason,

            @Schema(description = "Last four digits") @Nullable
            String card) {}

    /** Money given back. */
    @Schema(name = "Refund")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundBody(
            int n,

            @Schema(description = "Whose capture goes back; 0: over the desk")
            int attempt,

            @Schema(enumeration = {"requested", "done", "failed"})
            String status,

            long amount,
            String why,

            @Schema(
                    description =
                            "For guests refused_by_provider, provider_unavailable or settled_by_staff; for staff what was said")
            @Nullable
            String reason) {}

    /** A part of a list. */
    @Schema(name = "PaymentList")
    public record PaymentList(List<PaymentBody> payments) {}

    /** Money to give back. */
    @Schema(name = "NewRefund")
    public record NewRefund(
            @NotNull @Min(1) @Max(1_000_000_000_000_000L) Long amount,

            @NotNull
            @Pattern(regexp = "[a-z_]{1,40}", message = "must be a short word such as goodwill")
            @Schema(examples = "goodwill")
            String why) {}
}
