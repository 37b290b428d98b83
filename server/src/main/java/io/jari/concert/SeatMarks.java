package io.jari.concert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What some seats are, for those who need or mind it. */
@Schema(name = "SeatMarks")
record SeatMarks(
        @Schema(
                enumeration = {"wheelchair", "companion", "restricted_view", "none"},
                examples = "wheelchair")
        @NotNull
        @Pattern(
                regexp = "wheelchair|companion|restricted_view|none",
                message = "must be wheelchair, companion, restricted_view or none")
        String mark,

        @Schema(examples = "[\"P-A-1\", \"P-A-2\"]") @NotEmpty @Size(max = MOST)
        List<@NotBlank @Size(max = 100) String> seatIDs) {
    static final int MOST = 5_000;

    /** As it is stored; nothing for none. */
    @JsonIgnore
    @Nullable
    String stored() {
        return mark.equals("none") ? null : mark;
    }
}
