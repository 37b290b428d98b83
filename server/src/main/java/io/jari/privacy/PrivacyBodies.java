package io.jari.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told and asked about erasure, as JSON. */
public final class PrivacyBodies {
    private PrivacyBodies() {}

    /** The password again: nobody else who sits before an open page erases an account. */
    @Schema(examples = """
            {"password": "a long secret", "forfeitBalance": false}
            """)
    public record OwnErasure(
            @NotNull @Size(max = 128) String password,
            @Nullable Boolean forfeitBalance) {

        boolean forfeits() {
            return Boolean.TRUE.equals(forfeitBalance);
        }

        // Records print their fields, and this one must not reach a log.
        @Override
        public String toString() {
            return "OwnErasure";
        }
    }

    @Schema(examples = """
            {"subject": "reservation:AbCdEfGhIjKlMnOpQrStUvWxYz0", "forfeitBalance": false}
            """)
    record StaffErasure(
            @Schema(description = "account:ID, or reservation:ID of a guest without an account")
            @NotNull
            @Size(max = 60)
            String subject,

            @Nullable Boolean forfeitBalance) {

        boolean forfeits() {
            return Boolean.TRUE.equals(forfeitBalance);
        }
    }

    /** What has to end before somebody can be erased. */
    public record Obstacle(
            @Schema(enumeration = {"stay", "seats", "payment", "refund", "balance", "staff"})
            String what,

            @Schema(description = "the id of it; of a balance the amount in minor units and its currency")
            String id) {}

    /** Records that the law wants kept. They hold ids alone: whose they were is no longer known. */
    public record Kept(
            @Schema(enumeration = {"stays", "seats", "payments", "refunds", "postings"})
            String what,

            long count,

            @Schema(description = "the day from which the newest of them need no longer be kept")
            LocalDate until,

            @Schema(description = "the law that wants it") String law) {}

    /** What erasing would do. */
    public record Outlook(List<Obstacle> obstacles, List<Kept> kept) {}

    /** What erasing did. */
    public record ErasureBody(String subject, Instant askedAt, List<Kept> kept) {}

    /** An erasure in the list. */
    public record ErasureLine(
            String subject,
            Instant since,
            Instant askedAt,
            String actor,

            @Schema(description = "when all was erased, also what was written meanwhile") @Nullable
            Instant doneAt) {}

    /** Somebody of whom there is data. */
    public record Found(
            String subject,
            @JsonProperty("hotelID") @Nullable String hotelId,
            Instant since) {}
}
