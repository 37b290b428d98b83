package io.jari.rate;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of prices, as recorded. */
public record RateChange(
        @Schema(examples = "12") String changeID,

        @Schema(
                enumeration = {"nights", "rules", "card"},
                examples = "nights")
        String kind,

        Instant at,
        @Schema(examples = "account:7") String actor,
        @Schema(description = "What was asked for") Map<String, Object> change,

        @Schema(description = "The change that this one undid") @Nullable
        String undoes,

        @Schema(description = "The change by which this one was undone") @Nullable
        String undoneBy) {

    int id() {
        return Integer.parseInt(changeID);
    }
}
