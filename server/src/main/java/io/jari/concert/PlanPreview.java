package io.jari.concert;

import io.jari.core.seat.SeatPlan;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a seat plan holds that was read and not stored. */
@Schema(name = "SeatPlanPreview")
record PlanPreview(
        @Schema(examples = "Small hall") String name,
        @Schema(examples = "300") int seats,
        List<Category> categories,
        List<Zone> zones) {

    @Schema(name = "SeatPlanPreviewCategory")
    record Category(
            @Schema(examples = "R") String name,
            @Schema(examples = "#D55E00") String color,
            @Schema(examples = "120") int seats) {}

    @Schema(name = "SeatPlanPreviewZone")
    record Zone(
            @Schema(examples = "Stalls") String name,
            @Schema(examples = "200") int seats) {}

    static PlanPreview of(SeatPlan plan) {
        var counts = new int[plan.categories().size()];
        plan.zones().stream()
                .flatMap(zone -> zone.rows().stream())
                .flatMap(row -> row.seats().stream())
                .forEach(seat -> counts[seat.category()]++);
        return new PlanPreview(
                plan.name(),
                plan.seats(),
                IntStream.range(0, counts.length)
                        .mapToObj(i -> category(plan.categories().get(i), counts[i]))
                        .toList(),
                plan.zones().stream().map(PlanPreview::zone).toList());
    }

    private static Category category(SeatPlan.Category category, int seats) {
        return new Category(category.name(), category.color(), seats);
    }

    private static Zone zone(SeatPlan.Zone zone) {
        return new Zone(
                zone.name(),
                zone.rows().stream().mapToInt(row -> row.seats().size()).sum());
    }
}
