package io.jari.revenue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hotel's nights as they sell, as JSON. */
public final class InventoryBodies {
    private InventoryBodies() {}

    /** Nights of room types and of the house. */
    @Schema(name = "Inventory")
    public record InventoryBody(
            @Schema(examples = "KRW") String currency,

            @Schema(description = "The hotel's today") LocalDate today,

            @Schema(description = "By room type and date") List<TypeNight> nights,

            @Schema(description = "Of all room types together")
            List<HouseNight> house) {}

    /** One room type's night. */
    @Schema(name = "InventoryNight")
    public record TypeNight(
            @Schema(examples = "3") String roomTypeID,
            LocalDate date,

            @Schema(description = "That can be slept in", examples = "38")
            int rooms,

            @Schema(examples = "2") int outOfOrder,
            @Schema(examples = "31") int sold,

            @Schema(description = "What new sales may reach, with overbooking", examples = "41")
            int target,

            @Schema(
                    description = "Still for sale, but for what the house limit and a stop of sale take away",
                    examples = "10")
            int left,

            boolean stopSale,

            @Schema(description = "Of one room, in minor units; none for a night before today", examples = "120000")
            @Nullable
            Long price) {}

    /** The whole hotel's night. */
    @Schema(name = "InventoryHouseNight")
    public record HouseNight(
            LocalDate date,
            @Schema(examples = "180") int rooms,
            @Schema(examples = "140") int sold,
            @Schema(examples = "189") int target,
            @Schema(examples = "49") int left) {}
}
