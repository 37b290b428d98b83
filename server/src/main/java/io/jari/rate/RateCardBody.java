package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.RateCard;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room type's usual rate and the bounds that no price leaves, in minor units a night. */
@Schema(name = "RateCard")
public record RateCardBody(
        @Schema(examples = "120000") @Min(0) @Max(RateCard.MAX_RATE)
        long base,

        @Schema(examples = "80000") @Min(0) @Max(RateCard.MAX_RATE)
        long min,

        @Schema(examples = "300000") @Min(0) @Max(RateCard.MAX_RATE)
        long max) {

    static RateCardBody of(RateCard card) {
        return new RateCardBody(card.base(), card.min(), card.max());
    }

    /** With the nights of another card, brought inside the bounds. */
    RateCard card(RateCard other) {
        var overrides = new java.util.HashMap<>(other.overrides());
        overrides.replaceAll((_, rate) -> Math.clamp(rate, min, max));
        return new RateCard(other.currency(), base, min, max, overrides);
    }

    Checked<RateCard> check(RateCard other) {
        return RateCard.check(other.currency(), base, min, max, other.overrides());
    }
}
