package io.jari.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Webhooks and their deliveries as JSON. */
public final class WebhookBodies {
    private WebhookBodies() {}

    /** What staff say of a webhook. */
    @Schema(name = "WebhookDetails")
    record Wanted(
            @Schema(examples = "https://example.com/jari") @NotNull @Size(min = 8, max = 1_000)
            String url,

            @Schema(description = "Names of types; empty: all", examples = "[\"hold.sold\", \"hold.refunded\"]")
            @NotNull
            @Size(max = 100)
            List<@NotNull @Size(max = 60) String> types,

            @Schema(description = "all, hotel-ID or concert-ID", examples = "hotel-12")
            @NotNull
            @Pattern(regexp = "all|(hotel|concert)-[1-9][0-9]{0,8}", message = "is all, hotel-ID or concert-ID")
            String scope,

            @NotNull Boolean enabled) {}

    /** From where on to send again. */
    @Schema(name = "WebhookReplay")
    record ReplayBody(
            @Schema(description = "The number of an event: those that follow are sent again") @NotNull @Min(0)
            Long after) {}

    /** A webhook as it stands. */
    @Schema(name = "Webhook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WebhookBody(
            @JsonProperty("webhookID") String webhookId,
            String url,
            List<String> types,
            String scope,
            boolean enabled,

            @Schema(
                    description =
                            "gone: the receiver answered 410; too-many-pending: 100,000 deliveries waited for it. Left out where a person switched it off")
            @Nullable
            String disabledWhy,

            @Schema(
                    description =
                            "With too-many-pending: events after this one were not kept for it; a replay after this number sends them")
            @Nullable
            Long missedAfter,

            @Schema(description = "Deliveries that have not ended")
            int pending,

            Instant createdAt) {
        static WebhookBody of(Webhook w) {
            return new WebhookBody(
                    Long.toString(w.id()),
                    w.url(),
                    w.types(),
                    w.scope().text(),
                    w.enabled(),
                    w.disabledWhy(),
                    w.missedAfter(),
                    w.pending(),
                    w.createdAt());
        }
    }

    /** A webhook with its secret. */
    @Schema(name = "WebhookMade")
    record MadeBody(
            WebhookBody webhook,

            @Schema(description = "Shown this once. What is sent is signed with it", examples = "whsec_…")
            String secret) {}

    /** A new secret. */
    @Schema(name = "WebhookSecret")
    record SecretBody(
            @Schema(description = "Shown this once") String secret,

            @Schema(description = "Until then what is sent is signed with the one before, too")
            Instant oldUntil) {}

    /** What came of a test. */
    @Schema(name = "WebhookPing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PingBody(
            boolean accepted,

            @Schema(description = "Of the receiver's answer") @Nullable
            Integer code,

            @Schema(description = "Why there was none: name-unknown, address-refused, connection, tls, timeout")
            @Nullable
            String flaw) {}

    /** An event on its way. */
    @Schema(name = "WebhookDelivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryBody(
            @Schema(description = "Of the event") long number,
            String type,
            String subject,

            @Schema(enumeration = {"pending", "delivered", "given-up"})
            String state,

            @Schema(description = "An earlier event of its subject has not ended")
            boolean held,

            int tries,
            Instant createdAt,

            @Schema(description = "Of what is pending") @Nullable
            Instant nextTryAt,

            @Nullable Instant lastTryAt,

            @Schema(description = "Of the receiver's last answer") @Nullable
            Integer lastCode,

            @Schema(description = "Why there was no answer: name-unknown, address-refused, connection, tls, timeout")
            @Nullable
            String lastFlaw) {
        static DeliveryBody of(Delivery d) {
            var isPending = d.state() == Delivery.State.DUE || d.state() == Delivery.State.HELD;
            return new DeliveryBody(
                    d.number(),
                    d.type(),
                    d.subject(),
                    isPending
                            ? "pending"
                            : d.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    d.state() == Delivery.State.HELD,
                    d.tries(),
                    d.createdAt(),
                    d.state() == Delivery.State.DUE ? d.dueAt() : null,
                    d.lastAt(),
                    d.lastCode(),
                    d.lastFlaw());
        }
    }
}
