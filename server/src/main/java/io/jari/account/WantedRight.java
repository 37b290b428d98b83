package io.jari.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A right as it is asked for. */
record WantedRight(
        @Schema(examples = "desk") @NotNull @Size(max = 40) String role,

        @Schema(examples = "hotel-12", description = "all, hotel-ID or concert-ID") @NotNull @Size(max = 40)
        String scope) {

    /** The right; throws a problem where there is none such. */
    Grant grant() {
        return Grant.wanted(role, scope);
    }
}
