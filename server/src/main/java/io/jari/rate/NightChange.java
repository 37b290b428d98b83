package io.jari.rate;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A night whose price or stop sale moves: at present occupancy, in minor units for one room. */
@Schema(description = "A night whose price or stop sale moves, at present occupancy")
public record NightChange(
        @Schema(examples = "3") String roomTypeID,
        LocalDate date,
        @Schema(examples = "120000") long priceBefore,
        @Schema(examples = "150000") long priceAfter,

        @Schema(description = "Left out where stop sale is left alone") @Nullable
        Boolean stopSaleBefore,

        @Nullable Boolean stopSaleAfter) {

    public boolean priceMoves() {
        return priceBefore != priceAfter;
    }
}
