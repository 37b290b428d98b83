package io.jari.revenue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What overbooking may come to, as JSON. */
public final class WalkRiskBodies {
    private WalkRiskBodies() {}

    /** What a hotel has seen, and what follows for its limits. */
    @Schema(name = "WalkRisks")
    public record WalkRisksBody(
            AbsenceBody absence,
            @Schema(description = "Of each room type") List<TypeRisks> roomTypes,

            @Schema(description = "Of all rooms, under the house limit")
            Risks house) {}

    /** For how many of the rooms that were due nobody came. */
    @Schema(name = "Absence")
    public record AbsenceBody(
            @Schema(description = "The first day of arrival that counts")
            LocalDate from,

            @Schema(description = "The first that does not count any more: today")
            LocalDate until,

            @Schema(
                    description =
                            "Rooms that arrived, were walked, did not show up, or were canceled so late that the hotel kept a fee",
                    examples = "1840")
            int rooms,

            @Schema(examples = "61") int canceledLate,
            @Schema(examples = "33") int noShows,

            @Schema(
                    description =
                            "The probability that nobody comes: what was seen, and 5 in 100 rooms that are assumed beforehand",
                    examples = "0.051")
            double rate,

            @Schema(description = "Fewer rooms than the 100 assumed ones")
            boolean smallSample) {}

    /** One room type's. */
    @Schema(name = "RoomTypeWalkRisks")
    public record TypeRisks(@Schema(examples = "3") String roomTypeID, Risks risks) {}

    /** At several limits, the one in force among them. */
    @Schema(name = "LimitWalkRisks")
    public record Risks(
            @Schema(examples = "40") int rooms,

            @Schema(description = "In force", examples = "10")
            int overbookingPercent,

            List<AtLimit> limits) {}

    /** Of a night that is sold to this limit. */
    @Schema(name = "WalkRisk")
    public record AtLimit(
            @Schema(examples = "10") int overbookingPercent,

            @Schema(description = "Rooms sold", examples = "44")
            int limit,

            @Schema(description = "The chance that at least one guest finds no room, 0 to 1", examples = "0.68")
            double chance,

            @Schema(description = "How many find none on average", examples = "1.6")
            double walked) {}
}
