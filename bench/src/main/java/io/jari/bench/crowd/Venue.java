package io.jari.bench.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.Answer;
import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A demo's concert, as its organiser has dates put on sale in halls drawn to size. */
final class Venue {
    private static final String CONCERT = "1";
    private static final Duration UNTIL_THE_SHOW = Duration.ofDays(60);
    private static final Duration UNTIL_NO_REFUND = Duration.ofDays(59);
    private static final int DEAREST = 198_000;
    private static final int CHEAPER_BY = 33_000;
    private static final int CHEAPEST = 66_000;
    /** Seconds in which one who is told to come in must, and in which a pass must be renewed. */
    private static final int ENTRY_SECONDS = 60;

    private static final int PASS_SECONDS = 90;
    private static final int HOLD_MINUTES = 3;

    private final Login organiser;

    Venue(Api staff) {
        this.organiser = new Login(staff, "organiser@demo.jari", "demo-demo", new Failures());
    }

    /** A date in a hall of so many seats. */
    record Date(String concertId, String dateId) {
        String path() {
            return Setting.path(concertId, dateId);
        }
    }

    Date date(int seats) {
        var balconies = seats < 1_000 ? 0 : 2;
        var plan = organiser.must(
                "draw a hall", api -> api.get("/v1/hall-plans?seats=" + seats + "&balconies=" + balconies));
        var kept = organiser.must(
                "import the hall", api -> api.post("/v1/concerts/" + CONCERT + "/seat-plans", plan.body()));
        var now = Instant.now();
        var wish = Map.of(
                "planID", kept.text("planID"),
                "holdMinutes", HOLD_MINUTES,
                "startsAt", now.plus(UNTIL_THE_SHOW).toString(),
                "refundsUntil", now.plus(UNTIL_NO_REFUND).toString(),
                "prices", prices(plan.body()));
        var date = organiser.must("open a date", api -> api.post("/v1/concerts/" + CONCERT + "/dates", wish));
        return new Date(CONCERT, date.text("dateID"));
    }

    /** The first category costs most. */
    private static Map<String, Integer> prices(JsonNode plan) {
        var prices = new HashMap<String, Integer>();
        var price = DEAREST;
        for (var category : plan.path("categories")) {
            prices.put(category.path("name").asText(), price);
            price = Math.max(CHEAPEST, price - CHEAPER_BY);
        }
        return prices;
    }

    /** Puts a waiting room before it. */
    void queue(Date date, Instant opensAt, int mostInside, int admissionsPerSecond) {
        organiser.must(
                "put a waiting room before the seats",
                api -> api.put(
                        date.path() + "/queue",
                        Map.of(
                                "mode",
                                "first-come",
                                "opensAt",
                                opensAt.toString(),
                                "mostInside",
                                mostInside,
                                "admissionsPerSecond",
                                admissionsPerSecond,
                                "passSeconds",
                                PASS_SECONDS,
                                "entrySeconds",
                                ENTRY_SECONDS)));
    }

    /** How its sale stands. */
    Answer live(Date date) {
        return organiser.must("look at the sale", api -> api.get(date.path() + "/live"));
    }
}
