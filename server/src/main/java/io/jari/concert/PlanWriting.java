package io.jari.concert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.core.seat.SeatPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes a plan as pretix's seating-plan JSON. */
final class PlanWriting {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanWriting() {}

    static ObjectNode json(SeatPlan plan) {
        var json = JSON.objectNode().put("name", plan.name());
        var categories = json.putArray("categories");
        plan.categories()
                .forEach(category ->
                        categories.addObject().put("name", category.name()).put("color", category.color()));
        json.putObject("size").put("width", tenths(plan.width())).put("height", tenths(plan.height()));
        var zones = json.putArray("zones");
        plan.zones().forEach(zone -> write(zone, plan, zones.addObject()));
        return json;
    }

    private static void write(SeatPlan.Zone zone, SeatPlan plan, ObjectNode json) {
        json.put("name", zone.name());
        position(json, 0, 0);
        var rows = json.putArray("rows");
        zone.rows().forEach(row -> write(row, plan, rows.addObject()));
        var areas = json.putArray("areas");
        zone.areas().forEach(area -> write(area, areas));
    }

    private static void write(SeatPlan.Row row, SeatPlan plan, ObjectNode json) {
        var first = row.seats().getFirst();
        json.put("row_number", row.name());
        position(json, first.x(), first.y());
        var seats = json.putArray("seats");
        for (var seat : row.seats()) {
            var one = seats.addObject().put("seat_guid", seat.guid()).put("seat_number", seat.number());
            position(one, seat.x() - first.x(), seat.y() - first.y());
            one.put("category", plan.categories().get(seat.category()).name());
        }
    }

    /** Only the shapes that a generated hall has. */
    private static void write(SeatPlan.Area area, ArrayNode areas) {
        var json = areas.addObject().put("shape", area.shape().name().toLowerCase(Locale.ROOT));
        position(json, area.x(), area.y());
        json.put("rotation", tenths(area.rotation())).put("color", area.color());
        if (area.shape() == SeatPlan.Shape.RECTANGLE) {
            json.putObject("rectangle").put("width", tenths(area.width())).put("height", tenths(area.height()));
        }
        var text = json.putObject("text").put("text", area.text());
        position(text, area.width() / 2, area.height() / 2);
    }

    private static void position(ObjectNode json, double x, double y) {
        json.putObject("position").put("x", tenths(x)).put("y", tenths(y));
    }

    private static BigDecimal tenths(double value) {
        var exact = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
