package io.jari.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that only a person can bring to its owner; in minor units. */
@Schema(name = "OpenRefund")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenRefund(
        @JsonProperty("paymentID") String paymentId,
        int n,

        @Schema(
                description = "requested: of the desk",
                enumeration = {"failed", "requested"})
        String status,

        String provider,
        long amount,
        String currency,
        @Nullable String reason) {}
