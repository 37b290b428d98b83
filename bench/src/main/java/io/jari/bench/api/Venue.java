package io.jari.bench.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A demo's concert, as its organiser has dates put on sale in halls drawn to size. */
public final class Venue {
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

    /** @param staff the listener of those who work there */
    public Venue(Api staff) {
        this.organiser = new Login(staff, "organiser@demo.jari", "demo-demo", new Failures());
    }

    /** A date in a hall of so many seats. */
    public record Date(String concertId, String dateId) {
        public String path() {
            return Venue.path(concertId, dateId);
        }
    }

    /** Of any concert. */
    public static String path(String concertId, String dateId) {
        return "/v1/concerts/" + concertId + "/dates/" + dateId;
    }

    /** A new one, on sale, in a hall of so many seats. */
    public Date date(int seats) {
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
    public void queue(Date date, Instant opensAt, int mostInside, int admissionsPerSecond) {
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
    public Answer live(Date date) {
        return organiser.must("look at the sale", api -> api.get(date.path() + "/live"));
    }
}
