package io.jari.core.seat;

import java.util.Locale;

/**
 * Where a hall looks to: the middle of an area that says it is the stage, else the middle of the upper edge, where halls are drawn with
 * the stage.
 */
record StagePoint(double x, double y) {

    static StagePoint of(SeatPlan plan) {
        return plan.zones().stream()
                .flatMap(zone -> zone.areas().stream())
                .filter(StagePoint::isStage)
                .findFirst()
                .map(StagePoint::middle)
                .orElse(new StagePoint(plan.width() / 2, 0));
    }

    private static boolean isStage(SeatPlan.Area area) {
        var text = area.text() == null ? "" : area.text().toLowerCase(Locale.ROOT);
        return text.contains("stage") || text.contains("무대");
    }

    private static StagePoint middle(SeatPlan.Area area) {
        return switch (area.shape()) {
            case RECTANGLE -> new StagePoint(area.x() + area.width() / 2, area.y() + area.height() / 2);
            case CIRCLE, ELLIPSE, TEXT -> new StagePoint(area.x(), area.y());
            case POLYGON -> new StagePoint(area.x() + mean(area, 0), area.y() + mean(area, 1));
        };
    }

    private static double mean(SeatPlan.Area area, int first) {
        var sum = 0.0;
        var count = 0;
        for (var i = first; i < area.points().size(); i += 2) {
            sum += area.points().get(i);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    double distance(double otherX, double otherY) {
        return Math.hypot(otherX - x, otherY - y);
    }
}
