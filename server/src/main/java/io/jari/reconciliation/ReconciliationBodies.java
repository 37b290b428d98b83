package io.jari.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.reconciliation.Reconciliation.Result;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Comparisons with providers' logs as JSON. */
public final class ReconciliationBodies {
    private ReconciliationBodies() {}

    /** A difference as it stands. */
    @Schema(name = "PaymentDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DifferenceBody(
            @JsonProperty("differenceID") String differenceId,
            String provider,

            @Schema(description = "As the provider knows it")
            String reference,

            @JsonProperty("paymentID") @Nullable String paymentId,

            @Schema(
                    description =
                            "capture_ or refund_ with unknown, unrecorded, twice, differs or missing; not_ended, provider_gone, log_changed")
            String what,

            @Schema(
                    description =
                            "looking: may explain itself; open: for a person; explained by itself; settled by a person",
                    enumeration = {"looking", "open", "explained", "settled"})
            String state,

            @Schema(description = "What is written here") String ours,
            @Schema(description = "What the provider says") String theirs,
            Instant firstSeenAt,
            @Nullable Instant endedAt,
            @Nullable String settledBy,
            @Nullable String how) {
        static DifferenceBody of(Difference d) {
            return new DifferenceBody(
                    Long.toString(d.id()),
                    d.provider(),
                    d.reference(),
                    d.partition() == null ? null : d.subject(),
                    d.what().wire(),
                    d.state().wire(),
                    d.ours(),
                    d.theirs(),
                    d.firstSeenAt(),
                    d.endedAt(),
                    d.settledBy(),
                    d.how());
        }
    }

    /** How a person settled it. */
    @Schema(name = "DifferenceSettlement")
    record Settlement(
            @NotNull @NotBlank @Size(max = 500) @Schema(examples = "Refunded at the provider's console on 3 May")
            String how) {}

    /** What one comparison did. */
    @Schema(name = "Reconciliation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultBody(
            String provider,

            @Schema(description = "Lines of its log that were new")
            int linesRead,

            @Schema(description = "Payments compared") int compared,

            @Schema(description = "Captures of which nothing was known here, seen to now")
            int seenTo,

            @Schema(description = "That stand afterwards") int differences,

            @Schema(description = "Why the log was not read to its end") @Nullable
            String failure) {
        static ResultBody of(Result r) {
            return new ResultBody(r.provider(), r.read(), r.compared(), r.acted(), r.differences(), r.failure());
        }
    }

    /** What comparing did, provider by provider. */
    @Schema(name = "Reconciliations")
    record ResultsBody(List<ResultBody> providers) {}
}
