package io.jari.core.seat;

import java.util.List;

/**
 * Where the music comes from: a rectangle before the first row.
 *
 * @param top counted downwards from the middle of the rows' circles, like the bottom
 */
record Stage(double halfWidth, double top, double bottom) {
    static final BothNames NAMES = new BothNames("무대", "Stage");
    private static final double DISTANCE = 50;

    /** As large as it can be without touching the first row. */
    static Stage before(double firstRadius) {
        var halfWidth = 0.55 * firstRadius;
        var reach = firstRadius - DISTANCE;
        var bottom = Math.sqrt(reach * reach - Math.min(halfWidth, 0.8 * reach) * Math.min(halfWidth, 0.8 * reach));
        return new Stage(Math.min(halfWidth, 0.8 * reach), bottom - 0.4 * firstRadius, bottom);
    }

    SeatPlan.Area area(double middle, double top) {
        return new SeatPlan.Area(
                SeatPlan.Shape.RECTANGLE,
                HallPlan.round(middle - halfWidth),
                HallPlan.round(top + this.top),
                HallPlan.round(2 * halfWidth),
                HallPlan.round(bottom - this.top),
                0,
                List.of(),
                "#444444",
                NAMES.text());
    }
}
